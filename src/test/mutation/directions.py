#!/usr/bin/env python3
"""Exchanges the rounding directions of the kernel, one occurrence at a time, and runs the tests until one fails.

    src/test/mutation/directions.py [--jobs N] [--offline] [--compiled] [--quick] [--list] [CLASS[:LINE]...]

Exchanged are DOWN and UP, FLOOR and CEILING, floor and ceil, nextDown and nextUp, down and up, lower and upper, and the names that end in Down and Up, Lower
and Upper, wherever they stand in a source of org.apodix.enclosure outside of comments, texts and imports; an exchange that does not
compile is no mutant. A mutant meets every test class of the package that loads its class, the short ones first; the tests of the Apfloat carrier
only when it is a mutant of that carrier. One that takes ten times as long as usual and half a minute more is killed.

Survivors that leave every result a bound are listed with the reason in harmless.txt, by method and changed line. Exit: 0 when there is no other survivor.
"""
import argparse
import queue
import re
import shutil
import subprocess
import sys
import threading
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
KERNEL = "org.apodix.enclosure."
SOURCES = ROOT / "src/main/java/org/apodix/enclosure"
TARGET = ROOT / "target"
WORK = TARGET / "directions"
CLASSES = [TARGET / "classes", TARGET / "test-classes"]

QUICK = 8  # seconds

# the tests of a class, where their names begin otherwise
OWN = {"ApfloatRounding": "Apfloat", "DyadicThin": "Thin", "DyadicMeanValue": "Thin"}

PAIRS = [("DOWN", "UP"), ("FLOOR", "CEILING"), ("floor", "ceil"), ("nextDown", "nextUp"), ("down", "up"), ("lower", "upper")]
EXCHANGED = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
ENDINGS = [("Down", "Up"), ("Up", "Down"), ("Lower", "Upper"), ("Upper", "Lower")]
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|^import [^\n]*', re.S | re.M)
METHOD = re.compile(r"^ {4}(?! )(?:.*[ >\]])?(\w+)(?:\(| = |;)")


def exchanged(name):
    if name in EXCHANGED:
        return EXCHANGED[name]
    for end, other in ENDINGS:
        if name.endswith(end):
            return name[:-len(end)] + other
    return None


class Mutant:
    """One exchange in one source."""

    def __init__(self, path, text, start, name):
        self.path, self.start = path, start
        self.text = text[:start] + exchanged(name) + text[start + len(name):]
        lines = text[:start].count("\n")
        self.line = self.text.split("\n")[lines].strip()
        self.place = f"{path.name}:{lines + 1}"
        above = [METHOD.match(x) for x in text.split("\n")[:lines + 1]]
        self.method = path.stem + "." + next((m.group(1) for m in reversed(above) if m), "")
        self.change = f"{name} -> {exchanged(name)}"
        self.key = (self.method, self.line)
        self.result = self.detail = ""


def mutants(path):
    text = path.read_text(encoding="utf-8")
    code = NOT_CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
    return [Mutant(path, text, m.start(), m.group()) for m in re.finditer(r"\b[A-Za-z]\w*\b", code) if exchanged(m.group())]


class Server:
    """A virtual machine that runs tests; see TestServer.java."""

    def __init__(self, class_path):
        self.class_path, self.process, self.count = class_path, None, 0

    def start(self):
        self.process = subprocess.Popen(
            ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1500m", "-Dapodix.random=2000", "-cp", self.class_path, "TestServer"]
            + [str(x) for x in CLASSES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
        self.answers, self.count = queue.Queue(), 0
        threading.Thread(target=self.listen, args=(self.process, self.answers), daemon=True).start()

    @staticmethod
    def listen(process, answers):
        for line in process.stdout:
            answers.put(line.strip())
        answers.put("ENDED")

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def tell(self, command):
        if self.process is None or self.count >= 60:  # memory of old class loaders
            self.stop()
            self.start()
        self.count += 1
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def answer(self, seconds):
        try:
            return self.answers.get(timeout=seconds).partition(" ")[::2]
        except queue.Empty:
            return "TIMEOUT", ""

    def load(self, test):
        self.tell("load " + test)
        word, rest = self.answer(600)
        if word != "LOADED":
            sys.exit(f"{test} fails without any change: {rest}")
        return rest

    def run(self, mutant, tests, folder):
        """Sets the result of the mutant, given the usual seconds of each of its tests."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        source = folder / mutant.path.name
        source.write_text(mutant.text, encoding="utf-8")
        self.tell(f"mutant {source} {folder / 'classes'} " + " ".join(tests))
        seconds, test = 60, ""
        while True:
            word, rest = self.answer(seconds)
            if word == "RUNNING":
                test, seconds = rest, 30 + 10 * tests[rest]
            elif word == "KILLED":
                mutant.result, mutant.detail, seconds = "killed", rest, 3
            elif word == "INVALID":
                mutant.result = "invalid"
                return
            elif word == "DONE":
                mutant.result = mutant.result or "survived"
                return
            else:  # no answer in time, or the machine broke down
                mutant.result, mutant.detail = mutant.result or "timed out", mutant.detail or test
                self.stop()
                return


def build(options):
    """Compiles everything; the class path of the libraries with the test server."""
    if not options.compiled:
        maven = ["mvn", "-B", "-q", "-Pdirections", "test-compile"] + (["-o"] if options.offline else [])
        subprocess.run(maven, cwd=ROOT, check=True)
    libraries = (TARGET / "directions.classpath").read_text().strip()
    (WORK / "server").mkdir(parents=True, exist_ok=True)
    shutil.copy(TARGET / "classes/apfloat.properties", WORK / "server")  # the settings of a library, read beside it
    subprocess.run(["javac", "-d", str(WORK / "server"), "-cp", libraries, str(HERE / "TestServer.java")], check=True)
    return str(WORK / "server") + ":" + libraries


def usual(server):
    """For each test class the seconds it takes and the classes of the kernel it loads; kept until a class file changes."""
    kept = WORK / "usual.txt"
    written = kept.stat().st_mtime if kept.exists() else 0
    if any(x.stat().st_mtime > written for x in (CLASSES[0] / "org/apodix/enclosure").glob("*.class")):
        kept.write_text("")
    known = dict(line.split(" ", 1) for line in kept.read_text().splitlines())
    for file in sorted((CLASSES[1] / "org/apodix/enclosure").glob("*.class")):
        if re.fullmatch(r"\w+(Test|Properties)", file.stem) and (file.stem not in known or file.stat().st_mtime > written):
            known[file.stem] = server.load(KERNEL + file.stem)
    kept.write_text("".join(f"{name} {rest}\n" for name, rest in known.items()))
    return {name: (float(rest.split()[0]), set(rest.split()[1:])) for name, rest in known.items()}


def tests_for(name, table, kills, quick):
    """Its own tests, then the others by time, divided by the mutants of the class that the test has killed."""
    own = OWN.get(name, name)
    chosen = [(not test.startswith(own), seconds / (1 + kills[name, KERNEL + test]), seconds, test) for test, (seconds, loaded) in table.items()
              if name in loaded and ("Apfloat" in name or not test.startswith("Apfloat"))
              and (seconds <= QUICK or not quick or test.startswith(own))]
    return {KERNEL + test: seconds for _, _, seconds, test in sorted(chosen)}


def harmless():
    """Reasons by method and changed line: see the file."""
    reasons, keys = {}, []
    for line in (HERE / "harmless.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("        "):
            for key in keys:
                reasons[key] = line.strip()
        elif line.startswith("    "):
            if keys and keys[-1] in reasons:
                keys = []
            keys.append((method, line.strip()))
        else:
            method, keys = line.strip(), []
    return reasons


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--offline", action="store_true", help="Maven works offline")
    parser.add_argument("--compiled", action="store_true", help="target is up to date: without Maven")
    parser.add_argument("--quick", action="store_true", help="without the long test classes: for a first look")
    parser.add_argument("--list", action="store_true", help="print the occurrences and stop")
    parser.add_argument("classes", nargs="*", metavar="CLASS[:LINE]")
    options = parser.parse_args()
    chosen = [x.replace(".java", "").partition(":")[::2] for x in options.classes]
    paths = sorted({SOURCES / (name + ".java") for name, _ in chosen}) or sorted(SOURCES.glob("*.java"))
    every = [m for path in paths for m in mutants(path)]
    if chosen:
        every = [m for m in every if any(name == m.path.stem and line in ("", m.place.partition(":")[2]) for name, line in chosen)]
    reasons = harmless()
    stale = [] if chosen else sorted(set(reasons) - {m.key for m in every})
    for method, line in stale:
        print(f"harmless.txt: no such mutant: {method}  {line}")
    if options.list:
        for m in every:
            print(m.place, m.method, m.change, m.line, sep="  ")
    if options.list or stale:
        return 1 if stale else 0
    class_path = build(options)
    servers = [Server(class_path) for _ in range(options.jobs)]
    table = usual(servers[0])
    kills = Counter()
    waiting = queue.Queue()
    for m in sorted(every, key=lambda m: "Apfloat" in m.path.stem):  # the slow ones last
        waiting.put(m)

    def work(server, folder):
        while True:
            try:
                m = waiting.get_nowait()
            except queue.Empty:
                server.stop()
                return
            server.run(m, tests_for(m.path.stem, table, kills, options.quick), folder)
            kills[m.path.stem, m.detail.split(" ")[0]] += 1
            if m.result == "survived" and m.key in reasons:
                m.result = "harmless"
            if m.result != "invalid":
                print(m.result, m.place, m.method, m.change, m.detail or m.line, sep="  ", flush=True)

    threads = [threading.Thread(target=work, args=(s, WORK / f"mutant{i}")) for i, s in enumerate(servers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return report(every)


def report(every):
    words = ["killed", "timed out", "harmless", "survived"]
    print(f"\n{'':24}" + "".join(f"{w:>11}" for w in words))
    by_class = defaultdict(Counter)
    for m in every:
        by_class[m.path.stem][m.result] += 1
    rows = [(name, n) for name, n in by_class.items() if any(n[w] for w in words)]
    for name, n in rows + [("all", sum((n for _, n in rows), Counter()))]:
        print(f"{name:24}" + "".join(f"{n[w]:11}" for w in words))
    survivors = [m for m in every if m.result == "survived"]
    for m in survivors:
        print(f"survived: {m.place}  {m.method}  {m.change}\n    {m.line}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
