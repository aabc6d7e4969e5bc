#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the words of an atlas: complete in its languages, each script by itself, and in words of our own.

usage: test-texts.py ATLAS

Where the environment variable ILI_ATLAS_SOURCE_TEXTS names a folder of the texts that the atlas was made from (*.txt),
no text may share a run of twelve Chinese characters with them; without it the rest is checked.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
TAGS = {*LANGUAGES, "ru"}
HAN = re.compile("[\u3400-\u9fff]+")

# Characters that one national set left out although both scripts write them: parts of names.
IN_BOTH = set("坂璘祐劼斠")

# Beyond this a text is somebody else's sentence, unless it is what something is called.
LONGEST_RUN = 11
OFFICIAL_NAMES = ("东突厥斯坦共和国临时政府", "第八战区副司令长官兼参谋长", "伊犁塔尔巴哈台通商章程")


def has(character, encoding):
    try:
        character.encode(encoding)
        return True
    except UnicodeEncodeError:
        return False


def is_foreign(character, language):
    """Whether the other script has the character and this one does not, by the sets of Taiwan and the mainland."""
    if language == "zh-Hans":
        return has(character, "cp950") and not has(character, "gb2312")
    return has(character, "gb2312") and not has(character, "cp950")


def is_text(value):
    return bool(value) and set(value) <= TAGS and all(isinstance(words, str) for words in value.values())


def find_texts(value, path=""):
    """Every text by language below @value, with where it stands and whether it is one of several names."""
    if isinstance(value, list):
        if value and path.endswith(".descriptions"):
            yield path, {entry["lang"]: entry["value"] for entry in value}, False
            return
        for number, entry in enumerate(value):
            if path.endswith(".names"):
                yield f"{path}[{number}]", {entry["lang"]: entry["toponym"]}, True
            else:
                yield from find_texts(entry, f"{path}[{number}]")
    elif isinstance(value, dict):
        if is_text(value):
            yield path, value, False
            return
        for key, entry in value.items():
            yield from find_texts(entry, f"{path}.{key}")


def read_texts(folder):
    manifest = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
    for path, text, is_name in find_texts(manifest):
        yield "atlas.json", "the manifest", path, text, is_name
    for chapter in manifest["chapters"]:
        for number, step in enumerate(json.loads((folder / chapter["steps"]).read_text(encoding="utf-8"))["steps"]):
            for path, text, is_name in find_texts(step):
                yield chapter["steps"], chapter["@id"], f".steps[{number}]{path}", text, is_name
    for name in manifest["files"]:
        for feature in json.loads((folder / name).read_text(encoding="utf-8"))["features"]:
            for path, text, is_name in find_texts(feature):
                yield name, feature["@id"], path, text, is_name


def find_missing(texts):
    for _, owner, path, text, is_name in texts:
        missing = [language for language in LANGUAGES if not text.get(language, "").strip()]
        if missing and not is_name:
            yield f"{owner}{path}: no {', '.join(missing)}"


def find_nameless(folder):
    """Records that lack a title, a name or a story in some language. Books are called as their title pages call them."""
    for name in json.loads((folder / "atlas.json").read_text(encoding="utf-8"))["files"]:
        for feature in json.loads((folder / name).read_text(encoding="utf-8"))["features"]:
            kind = feature["properties"]["atlas:kind"]
            called = feature.get("atlas:title") or {entry["lang"] for entry in feature.get("names", [])}
            told = {entry["lang"] for entry in feature.get("descriptions", [])}
            for language in LANGUAGES:
                if kind != "source" and language not in called:
                    yield f"{feature['@id']}: not called anything in {language}"
                if kind in ("event", "campaign") and language not in told:
                    yield f"{feature['@id']}: not told in {language}"


def find_foreign(texts, language):
    for _, owner, path, text, _ in texts:
        foreign = [c for run in HAN.findall(text.get(language, "")) for c in run
                   if c not in IN_BOTH and is_foreign(c, language)]
        if foreign:
            yield f"{owner}{path}: {''.join(foreign)} in “{text[language][:60]}”"


def find_untranslated(texts):
    """English with Chinese characters outside of quotation is most likely a text in the wrong place."""
    for _, owner, path, text, is_name in texts:
        words = text.get("en", "")
        if not is_name and words and len("".join(HAN.findall(words))) * 2 > len(words):
            yield f"{owner}{path}: “{words[:60]}”"


def simplify(text):
    """Both scripts as one, where ICU's converter is there; the sources write either."""
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans"], input=text.encode(),
                          capture_output=True, check=True)
    return done.stdout.decode()


def cut_runs(text, length):
    return {run[i:i + length] for run in HAN.findall(text) for i in range(len(run) - length + 1)}


def find_copies(texts, sources):
    known = set()
    for source in sorted(sources.glob("*.txt")):
        known |= cut_runs(simplify(source.read_text(encoding="utf-8")), LONGEST_RUN + 1)
    if not known:
        yield f"{sources} has no texts"
    ours = [(owner, path, words) for _, owner, path, text, _ in texts if not owner.startswith("source/")
            for language, words in text.items() if language.startswith("zh")]
    folded = simplify("\0".join(words for _, _, words in ours)).split("\0")
    for (owner, path, words), simple in zip(ours, folded):
        for name in OFFICIAL_NAMES:
            simple = simple.replace(name, " ")
        if cut_runs(simple, LONGEST_RUN + 1) & known:
            yield f"{owner}{path}: “{words[:80]}”"


def main():
    atlas = pathlib.Path(sys.argv[1])
    texts = list(read_texts(atlas))
    results = [
        ("there are texts", [] if len(texts) > 5000 else [f"only {len(texts)}"]),
        ("every text is in every language", list(find_missing(texts))),
        ("everything is called and told in every language", list(find_nameless(atlas))),
        ("no character of the other script in zh-Hant", list(find_foreign(texts, "zh-Hant"))),
        ("no character of the other script in zh-Hans", list(find_foreign(texts, "zh-Hans"))),
        ("English is English", list(find_untranslated(texts))),
    ]
    sources = os.environ.get("ILI_ATLAS_SOURCE_TEXTS")
    if sources:
        results.append(("no sentence is that of a source", list(find_copies(texts, pathlib.Path(sources)))))

    print(f"1..{len(results)}")
    for number, (title, faults) in enumerate(results, start=1):
        print(f"{'not ok' if faults else 'ok'} {number} - {title}")
        for fault in faults[:40]:
            print(f"# {fault}")
    return 1 if any(faults for _, faults in results) else 0


if __name__ == "__main__":
    sys.exit(main())
