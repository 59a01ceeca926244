"""Python's json.load of the whole file; prints one line for the table of peers."""
import json
import sys
import time

start = time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    export = json.load(file)
posts = characters = 0
for message in export["messages"]:
    if message["type"] == "message":
        posts += 1
        characters += sum(len(e["text"]) for e in message["text_entities"])
spent = time.process_time() - start
print(f"Python {sys.version.split()[0]} json.load\t{posts}\t{spent / posts * 1e6:.2f}\tone run; {characters // posts} characters a post")
