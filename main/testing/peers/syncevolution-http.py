#!/usr/bin/python3
"""Runs SyncEvolution's own HTTP server on a loopback port that the system chooses.

usage: DBUS_SESSION_BUS_ADDRESS=... syncevolution-http.py PUBLIC_URL

Prints one JSON object as soon as it listens: {"port": number}. PUBLIC_URL is what the server tells its
clients to answer to; requests may come through something that listens there and passes them on.

Debian's program has a broken first line and would listen on all interfaces.
"""
import json
import runpy
import sys
import time

import dbus
from twisted.internet import posixbase

PROGRAM = "/usr/bin/syncevo-http-server"
SERVICE = "org.syncevolution"

listen = posixbase.PosixReactorBase.listenTCP


def listen_on_loopback(self, _port, factory, backlog=50, _interface=""):
    port = listen(self, 0, factory, backlog, "127.0.0.1")
    print(json.dumps({"port": port.getHost().port}), flush=True)
    return port


def wait_for_service():
    # Without its name on the bus the first request would start a second one.
    bus = dbus.SessionBus(private=True)
    while not bus.name_has_owner(SERVICE):
        time.sleep(0.02)
    bus.close()


wait_for_service()
posixbase.PosixReactorBase.listenTCP = listen_on_loopback
sys.argv = [PROGRAM, "--quiet", sys.argv[1]]
runpy.run_path(PROGRAM, run_name="__main__")
