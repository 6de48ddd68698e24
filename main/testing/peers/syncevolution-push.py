#!/usr/bin/python3
"""Hands a notification to SyncEvolution over D-Bus, as a push gateway would, and prints what it then says.

usage: DBUS_SESSION_BUS_ADDRESS=... syncevolution-push.py NOTIFICATION_FILE SECONDS

One JSON object on standard output: {"type": MIME type, "url": where it would go, "hex": first message of the session}
or {"error": reason}. The session is ended after its first message, which is all that shows what was understood.
"""
import json
import sys

import dbus
import dbus.mainloop.glib
from gi.repository import GLib

NOTIFICATION = "application/vnd.syncml.ds.notification"
SERVICE = "org.syncevolution"


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    with open(sys.argv[1], "rb") as file:
        notification = file.read()
    bus = dbus.SessionBus()
    loop = GLib.MainLoop()
    result = {"error": "no message came"}

    def on_owner(name):
        if name:
            loop.quit()

    # The service may still be starting: go on as soon as it has its name on the bus.
    watch = bus.watch_name_owner(SERVICE, on_owner)
    loop.run()
    watch.cancel()
    server = dbus.Interface(
        bus.get_object(SERVICE, "/org/syncevolution/Server"), "org.syncevolution.Server"
    )
    path = server.Connect({"description": "push", "transport": "HTTP", "id": "push"}, True, "")
    connection = dbus.Interface(bus.get_object(SERVICE, path), "org.syncevolution.Connection")

    def on_reply(data, mime, meta, final, session):
        nonlocal result
        if data:
            result = {"type": str(mime), "url": str(meta.get("URL", "")), "hex": bytes(data).hex()}
        loop.quit()

    def on_abort():
        nonlocal result
        result = {"error": "the connection was aborted"}
        loop.quit()

    def on_log(_path, level, message, _component):
        nonlocal result
        if str(level) == "ERROR" and "error" in result:
            result = {"error": str(message)}

    bus.add_signal_receiver(on_reply, "Reply", "org.syncevolution.Connection", SERVICE, path, byte_arrays=True)
    bus.add_signal_receiver(on_abort, "Abort", "org.syncevolution.Connection", SERVICE, path)
    bus.add_signal_receiver(on_log, "LogOutput", "org.syncevolution.Server", SERVICE)
    GLib.timeout_add(int(float(sys.argv[2]) * 1000), loop.quit)
    try:
        connection.Process(dbus.ByteArray(notification), NOTIFICATION)
        loop.run()
        connection.Close(False, "seen enough")
    except dbus.DBusException as error:
        if "error" in result:
            result = {"error": str(error)}
    print(json.dumps(result))


main()
