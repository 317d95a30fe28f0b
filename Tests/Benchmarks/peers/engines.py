"""Jinja2 and minijinja: one recipient after the other; both return strings, not yet encoded."""

import importlib.metadata
import pathlib
import sys
import time


def renderer(engine, body):
    """A function from a person's dictionary to the mail."""
    if engine == "jinja2":
        import jinja2

        environment = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
        return environment.from_string(body).render
    import minijinja

    # The name's ending turns escaping on.
    environment = minijinja.Environment(templates={"body.html": body}, keep_trailing_newline=True)
    return lambda person: environment.render_template("body.html", **person)


def main():
    engine, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    header, *lines = (folder / "people.tsv").read_text(encoding="utf-8").splitlines()
    people = [dict(zip(header.split("\t"), line.split("\t"))) for line in lines]
    render = renderer(engine, (folder / "body.jinja.html").read_text(encoding="utf-8"))

    times = []
    for number in range(12):
        start = time.perf_counter_ns()
        for person in people:
            render(person)
        if number > 0:
            times.append((time.perf_counter_ns() - start) / len(people))
    times.sort()
    print(engine, importlib.metadata.version(engine), times[0], times[5], sep="\t")

    mails = "".join("\0" + render(person) for person in people[::100])
    (folder / f"{engine}.mails").write_bytes(mails.encode())


main()
