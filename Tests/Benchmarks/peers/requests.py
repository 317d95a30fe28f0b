"""Builds the requests that `Benchmarks requests` has left, with orjson; usage: requests.py DIR"""
import statistics
import sys
import time

import orjson

path = sys.argv[1] + "/requests.ndjson"
lines = open(path, "rb").read().splitlines()
heads = []
people = []
for line in lines:
    request = orjson.loads(line)
    recipients = request.pop("recipients")
    heads.append((request, len(recipients)))
    for person in recipients:
        people.append(
            (person["address"], person["name"], person["type"], list(person["parameters"].values()))
        )
names = list(recipients[0]["parameters"])


def build():
    requests = []
    start = 0
    for head, count in heads:
        recipients = [
            {"address": address, "name": name, "type": kind, "parameters": dict(zip(names, values))}
            for address, name, kind, values in people[start : start + count]
        ]
        start += count
        requests.append({**head, "recipients": recipients})
    return requests


def measure(name, work):
    times = []
    for _ in range(8):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    times = sorted(times[1:])
    print(f"{name}\tbest\t{times[0]:.1f} ms\tmedian {statistics.median(times):.1f} ms")


made = build()
same = all(orjson.dumps(request) == line for request, line in zip(made, lines))
print(f"orjson {orjson.__version__}: the bytes are {'the same' if same else 'others'}")
measure("orjson, dictionaries built too", lambda: [orjson.dumps(r) for r in build()])
measure("orjson.dumps alone", lambda: [orjson.dumps(r) for r in made])
