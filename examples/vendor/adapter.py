"""Adapter of a small product: it reads messages in canonical XML, of which both digests are hashes of lines."""

import hashlib
import json
import sys


def digest(path):
    with open(path, "rb") as file:
        message = file.read()
    rows = sorted(line for line in message.splitlines(keepends=True) if line.startswith(b"<Obs "))
    return {
        "message": hashlib.sha256(message).hexdigest(),
        "data": hashlib.sha256(b"".join(rows)).hexdigest(),
    }


def answer(request):
    if request["op"] == "hello":
        return {
            "protocol": 1,
            "name": "example product",
            "version": "1.0",
            "language": "Python",
            "standard": "1.0",
            "profiles": ["reader"],
            "syntaxes": ["xml"],
        }
    if request["op"] == "digest":
        return digest(request["file"])
    if request["op"] == "bye":
        return {"bye": True}
    return {"skip": "not implemented"}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"seq": request["seq"], **answer(request)}), flush=True)
    if request["op"] == "bye":
        break
