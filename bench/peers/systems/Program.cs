using Tarazy.Peers.Systems;

// lingua FOLDER | phrases FOLDER | classifier FOLDER | claims FOLDER
switch (args)
{
    case ["lingua", var folder]:
        LinguaPeer.Run(folder);
        return 0;
    case ["phrases", var folder]:
        PhrasesPeer.Run(folder);
        return 0;
    case ["classifier", var folder]:
        ClassifierPeer.Run(folder);
        return 0;
    case ["claims", var folder]:
        ClaimsPeer.Run(folder);
        return 0;
    default:
        Console.Error.WriteLine("lingua FOLDER | phrases FOLDER | classifier FOLDER | claims FOLDER");
        return 2;
}
