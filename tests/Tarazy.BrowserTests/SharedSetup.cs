// One browser, one desk at a time: the tests start real servers on this machine.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
