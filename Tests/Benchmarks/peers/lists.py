"""Reads lists with other libraries, as plainly as each lets it; writes them first."""

import sys


def write(people, count, folder):
    import csv
    import json

    with open(people, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    header, rows = ["address"] + rows[0][1:], rows[1:]
    with open(f"{folder}/list.csv", "w", encoding="utf-8", newline="") as table, open(
        f"{folder}/list.ndjson", "w", encoding="utf-8"
    ) as lines:
        writer = csv.writer(table)
        writer.writerow(header)
        for number in range(int(count)):
            row = [f"person{number}@example.com"] + rows[number % len(rows)][1:]
            writer.writerow(row)
            lines.write(json.dumps(dict(zip(header, row)), ensure_ascii=False) + "\n")


def polars(path):
    import polars

    table = polars.read_csv(path, infer_schema=False)
    assert table.null_count().sum_horizontal()[0] == 0
    return table.height


def duckdb(path, reader):
    import duckdb

    query = f"select count(*) from {reader}('{path}') where address like '%@%'"
    return duckdb.connect().execute(query).fetchall()[0][0]


def plain_csv(path):
    import csv

    with open(path, encoding="utf-8", newline="") as file:
        return sum(all(row) for row in csv.reader(file)) - 1


def orjson(path):
    import orjson

    with open(path, "rb") as file:
        return sum(all(orjson.loads(line).values()) for line in file)


steps = {
    "polars": polars,
    "duckdb-csv": lambda path: duckdb(path, "read_csv"),
    "duckdb-ndjson": lambda path: duckdb(path, "read_ndjson"),
    "csv": plain_csv,
    "orjson": orjson,
}

if sys.argv[1] == "write":
    write(*sys.argv[2:])
else:
    print(steps[sys.argv[1]](sys.argv[2]))
