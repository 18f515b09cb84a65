"""Sends notices to a real mail server (aiosmtpd) that refuses, stops halfway or hangs, and kills the program while it sends."""

import asyncio
import collections
import email
import email.policy
import logging
import os
import pathlib
import random
import socket
import ssl
import subprocess
import sys
import tempfile
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

KLACHT = sys.argv[1]
BASE = pathlib.Path(__file__).parents[1] / "rules/base"
HOST = "voorbeeld.example"
HANDLERS = [f"h.nummer{number:02}" for number in range(1, 9)]
# Each handler lets a term pass, and the coordinator gets a copy.
WANTED = {(one, to) for one in HANDLERS for to in (one, "c.janssen")}
TIMEOUT = 1
# How long the server takes at most, in seconds, before it takes a message and before it says so.
PAUSE = 0.01


class Session(SMTP):
    """A session that says when its connection is gone, so that a test knows that nothing more comes of it."""

    def connection_made(self, transport):
        self.event_handler.open += 1
        super().connection_made(transport)

    def connection_lost(self, error):
        super().connection_lost(error)
        self.loop.call_soon(self.event_handler.closed)


class Server:
    """What the server does with each recipient and each message, and what it took."""

    def __init__(self, **settings):
        self.open = 0
        self.mail = []  # (name of the message, person, bytes), in order
        self.pause = 0.0  # up to so many seconds before and after a message is taken
        self.fault = lambda what, person: None
        handler = self

        class Port(Controller):
            def factory(self):
                return Session(handler, **self.SMTP_kwargs)

        with socket.create_server(("127.0.0.1", 0)) as free:
            self.number = free.getsockname()[1]
        self.port = Port(self, hostname="127.0.0.1", port=self.number, **settings)

    def closed(self):
        self.open -= 1

    async def fail(self, what, person, session):
        """Does what a test asks for: answers, closes the connection, or says nothing for too long."""
        wrong = self.fault(what, person)
        if wrong == "close":
            session.transport.abort()
            await asyncio.sleep(3600)
        if wrong == "hang":
            await asyncio.sleep(3 * TIMEOUT)
        return wrong

    async def handle_RCPT(self, server, session, envelope, address, options):
        person = address.split("@")[0]
        wrong = await self.fail("RCPT", person, server)
        if wrong:
            return wrong
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        (address,) = envelope.rcpt_tos
        person = address.split("@")[0]
        wrong = await self.fail("DATA", person, server)
        if wrong:
            return wrong
        await asyncio.sleep(random.uniform(0, self.pause))
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mail.append((message["Message-ID"].strip("<> ").split("@")[0], person, envelope.content))
        await asyncio.sleep(random.uniform(0, self.pause))
        return await self.fail("TAKEN", person, server) or "250 OK"

    def __enter__(self):
        self.port.start()
        return self

    def __exit__(self, *_):
        self.port.stop()

    def quiet(self):
        """Waits until no connection is open."""
        for _ in range(1000):
            if not self.open:
                return
            time.sleep(0.01)
        raise AssertionError("a connection stays open")


def register(home):
    """Makes a register in which each of some handlers lets a term pass; the ledger lies beside it."""
    home = home / "register"
    home.mkdir(parents=True)
    procedure = (BASE / "procedure.yaml").read_text()
    name = "name: Voorbeeld Re-integratie BV\n"
    assert name in procedure
    (home / "procedure.yaml").write_text(procedure.replace(name, f"{name}  email: klachten@{HOST}\n"))
    staff = (BASE / "staff.yaml").read_text()
    for number, one in enumerate(HANDLERS, 1):
        staff += (
            f"- id: {one}\n  name: Nummer {number} Voorbeeld\n  email: {one}@{HOST}\n  function: Manager\n"
            "  roles: [handler]\n  active: {from: 2020-01-01}\n"
        )
        case = home / f"2026/2026-{number:04}"
        (case / "private").mkdir(parents=True)
        (case / "complaint.yaml").write_text(
            f"case: 2026-{number:04}\nsteps:\n\n- step: received\n  date: 2026-03-02\n  by: m.bakker\n  channel: phone\n"
            "  complainant: client\n  commissioned_by: {kind: uwv, name: UWV}\n  about: [k.smit]\n  category: communication\n"
            "  summary: Afspraak ging niet door.\n\n"
            f"- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: {one}\n  function: Manager\n"
        )
        (case / "private/01.yaml").write_text("complainant: {name: R. Voorbeeld}\ndescription: Geheim.\n")
    (home / "staff.yaml").write_text(staff)
    return home


def start(home, port, **more):
    """Starts the notices of a day."""
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "TLS": "none", "TIMEOUT": str(TIMEOUT), **more}
    env = {"PATH": os.environ["PATH"], **{f"KLACHT_SMTP_{name}": value for name, value in settings.items()}}
    args = ["notify", "--daily", "-r", home, "--ledger", home.with_name("ledger"), "--as-of", "2026-03-17"]
    return subprocess.Popen([KLACHT, *args], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def run(home, port, **more):
    child = start(home, port, **more)
    said = child.communicate()[0]
    return child.returncode, said


def people(mail):
    """The pairs of whom a message is for and who got it, counted."""
    to = lambda raw: email.message_from_bytes(raw, policy=email.policy.default)["To"].addresses[0].username
    return collections.Counter((to(raw), person) for _, person, raw in mail)


def in_ledger(home):
    """Who has which message, as the ledger says; half a line says nothing."""
    ledger = home.with_name("ledger")
    lines = ledger.read_text().splitlines(keepends=True) if ledger.exists() else []
    return {tuple(line.split()[1:3]) for line in lines if line.startswith("accepted ") and line.endswith("\n")}


def kills(root):
    """Kills at random moments and runs again until all is done.

    Each message goes to each person once, and once more only where a kill fell between the server's taking it and the line
    in the ledger: then it is the same message, byte for byte, under the same name.
    """
    rounds = int(os.environ.get("KLACHT_ROUNDS") or 5)
    killed = twice = 0
    for number in range(rounds):
        home = register(root / f"kill{number}")
        with Server() as server:
            server.pause = PAUSE
            unsaid = collections.Counter()
            for _ in range(200):
                before = len(server.mail)
                child = start(home, server.number)
                while not server.open and child.poll() is None:
                    time.sleep(0.001)
                try:
                    said = child.communicate(timeout=random.uniform(0, len(WANTED) * PAUSE))[0]
                    assert child.returncode == 0, said
                    break
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.communicate()
                    killed += 1
                server.quiet()
                taken = {(name, person) for name, person, _ in server.mail[before:]}
                lost = taken - in_ledger(home)
                assert len(lost) <= 1, lost
                unsaid.update(lost)
            else:
                raise AssertionError("never done")
            assert set(people(server.mail)) == WANTED, people(server.mail)
            for pair, times in collections.Counter(entry[:2] for entry in server.mail).items():
                assert times == 1 + unsaid[pair], (pair, times, unsaid)
                assert len({raw for *name, raw in server.mail if tuple(name) == pair}) == 1, pair
            twice += unsaid.total()
            code, said = run(home, server.number)
            assert code == 0 and "niets nieuws" in said, said
    assert killed >= rounds, killed
    return f"{killed} kills in {rounds} runs: nothing lost, {twice} of {rounds * len(WANTED)} messages twice, each taken at the kill"


# What goes wrong for one person in the first run: where, how, what the program says of it, how many are left over, and how many
# the server has twice in the end.
ONE = HANDLERS[2]
FAULTS = [
    ("RCPT", "550 5.1.1 no such user", "staff.yaml", 1, 0),
    ("RCPT", "451 4.7.1 greylisted", "zegt: \"451 4.7.1 greylisted\"", 1, 0),
    ("DATA", "451 4.3.0 later", "4.3.0 later", 1, 0),
    ("DATA", "554 5.6.0 looks odd", "looks odd", 1, 0),
    ("RCPT", "close", "verbreekt de verbinding", 1, 0),
    ("DATA", "close", "verbreekt de verbinding", 1, 0),
    ("TAKEN", "close", "verbreekt de verbinding", 1, 1),
    ("RCPT", "hang", "binnen 1 seconden geen antwoord", 1, 0),
    ("DATA", "hang", "binnen 1 seconden geen antwoord", 1, 0),
]


def faults(root):
    """One person's mail fails: the rest goes out, the run says so, the next run sends what is left."""
    for number, (where, how, words, left, twice) in enumerate(FAULTS):
        home = register(root / f"fault{number}")
        with Server() as server:
            server.fault = lambda what, person: how if (what, person) == (where, ONE) else None
            code, said = run(home, server.number)
            assert code == 1 and words in said and "bewaard" in said, (where, how, said)
            server.quiet()
            assert len(in_ledger(home)) == len(WANTED) - left, (where, how, said)
            server.fault = lambda what, person: None
            code, said = run(home, server.number)
            assert code == 0, (where, how, said)
            got = people(server.mail)
            assert set(got) == WANTED and got.total() == len(WANTED) + twice, (where, how, got)
    return f"{len(FAULTS)} faults of a server: the rest goes out, and what is left the next time"


def stubborn(root):
    """Over some people's mail the server always breaks off: that holds up nobody else, and they get theirs once it is over."""
    for number, how in enumerate(["close", "hang"]):
        home = register(root / f"stubborn{number}")
        with Server() as server:
            # The coordinator has a copy of every message.
            server.fault = lambda what, person: how if what == "RCPT" and person == "c.janssen" else None
            code, said = run(home, server.number)
            assert code == 1 and said.count("Het bericht aan c.janssen kon nu niet weg") == 1, said
            assert set(people(server.mail)) == {pair for pair in WANTED if pair[1] != "c.janssen"}, said
            # With so many of them a run gives up, and the next one begins with the others.
            home = register(root / f"many{number}")
            server.mail.clear()
            stubborn = {"c.janssen", *HANDLERS[:4]}
            server.fault = lambda what, person: how if what == "RCPT" and person in stubborn else None
            for _ in range(3):
                code, said = run(home, server.number)
                assert code == 1, said
            assert set(people(server.mail)) == {pair for pair in WANTED if pair[1] not in stubborn}, said
            server.fault = lambda what, person: None
            code, said = run(home, server.number)
            assert code == 0 and people(server.mail) == collections.Counter(WANTED), said
    return "people over whose mail a server breaks off: all others get theirs"


def away(root):
    """Nobody listens: nothing is lost, and the run does not wait for each message."""
    home = register(root / "away")
    with Server() as server:
        port = server.number
    begin = time.monotonic()
    code, said = run(home, port)
    assert code == 1 and "is niet te bereiken" in said and f"{len(WANTED)} berichten zijn bewaard" in said, said
    assert time.monotonic() - begin < 5
    with Server() as server:
        code, said = run(home, server.number)
        assert code == 0 and people(server.mail) == collections.Counter(WANTED), said
    return "a server that is away: all is kept, and sent the next time"


def sealed(root):
    """A server with a certificate of its own that wants a name and a password, after STARTTLS."""
    home = register(root / "sealed")
    key, cert = root / "key.pem", root / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key]
        + ["-out", cert, "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"],
        check=True, capture_output=True,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    secret = b"een geheim woord"
    right = lambda server, session, envelope, mechanism, data: AuthResult(
        success=data.login == b"klacht" and data.password == secret, handled=False
    )
    settings = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": right}
    with Server(**settings) as server:
        login = {"HOST": "localhost", "TLS": "starttls", "TIMEOUT": "5", "USER": "klacht"}
        tries = [
            ({"PASSWORD": secret.decode()}, 1, "smtpCaFile"),  # a certificate that nobody vouches for
            ({"PASSWORD": "een ander", "CA_FILE": str(cert)}, 1, "Kloppen de gebruiker en het wachtwoord?"),
            ({"PASSWORD": secret.decode(), "CA_FILE": str(cert)}, 0, "16 berichten verstuurd"),
        ]
        for more, wanted, words in tries:
            code, said = run(home, server.number, **login, **more)
            assert code == wanted and words in said and more["PASSWORD"] not in said, said
            assert bool(server.mail) == (wanted == 0), said
        assert people(server.mail) == collections.Counter(WANTED)
    return "STARTTLS and a password: nothing goes to a stranger, and nothing without"


def main():
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    seed = int(os.environ.get("KLACHT_SEED") or time.time_ns() % 1_000_000)
    random.seed(seed)
    print(f"mail: seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as root:
        for test in (kills, faults, stubborn, away, sealed):
            print(f"mail: {test(pathlib.Path(root))}", flush=True)


main()
