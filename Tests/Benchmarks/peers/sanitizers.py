"""nh3 with the elements, attributes and properties of mails, and lxml-html-clean."""

import importlib.metadata
import pathlib
import sys
import time

ELEMENTS = set(
    "a abbr address article b bdo big blockquote br caption center cite code col colgroup dd del dfn"
    " div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main"
    " mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th"
    " thead tr tt u ul var wbr".split()
)
ATTRIBUTES = {
    "*": set("align bgcolor class dir height id lang role style title valign width".split()),
    "a": {"href", "name"},
    "img": {"src", "alt", "border", "hspace", "vspace"},
    "table": {"border", "cellpadding", "cellspacing", "summary", "rules", "frame"},
    "td": {"colspan", "rowspan", "nowrap", "headers", "scope", "abbr"},
    "th": {"colspan", "rowspan", "nowrap", "headers", "scope", "abbr"},
    "ol": {"start", "type", "reversed"},
    "font": {"color", "face", "size"},
    "hr": {"size", "noshade", "color"},
}
PROPERTIES = set(
    "color background background-color border border-collapse border-radius display direction"
    " font font-family font-size font-style font-weight height letter-spacing line-height margin"
    " max-height max-width min-height min-width overflow padding text-align text-decoration"
    " vertical-align white-space width word-break mso-hide mso-line-height-rule".split()
)


def sanitizer(name):
    """A function from a mail to what is left of it."""
    if name == "nh3":
        import nh3

        return lambda mail: nh3.clean(
            mail,
            tags=ELEMENTS,
            attributes=ATTRIBUTES,
            url_schemes={"http", "https", "mailto", "tel", "cid"},
            filter_style_properties=PROPERTIES,
        )
    import lxml_html_clean

    cleaner = lxml_html_clean.Cleaner(style=False, inline_style=False, page_structure=False)
    return lambda mail: cleaner.clean_html(mail)


def main():
    name, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    clean = sanitizer(name)
    for group in sys.argv[3:]:
        files = sorted((folder / group).iterdir())
        mails = [file.read_text(encoding="utf-8") for file in files]
        size = sum(file.stat().st_size for file in files)
        repeats = max(1, 1_000_000 // size)
        times = []
        for number in range(12):
            start = time.perf_counter_ns()
            for _ in range(repeats):
                for mail in mails:
                    clean(mail)
            if number > 0:
                times.append((time.perf_counter_ns() - start) / repeats)
        times.sort()
        version = importlib.metadata.version(name)
        print(name, version, times[0], times[5], group, size, sep="\t")


main()
