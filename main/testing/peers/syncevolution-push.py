#!/usr/bin/python3
"""Hands a notification to SyncEvolution over D-Bus, as a push gateway would, and prints what it then says.

usage: DBUS_SESSION_BUS_ADDRESS=... syncevolution-push.py NOTIFICATION_FILE SECONDS [--session]

One JSON object on standard output: {"type": MIME type, "url": where it would go, "hex": first message of the session}
or {"error": reason}. The session is ended after its first message, which is all that shows what was understood;
with --session its messages are sent to their URLs and the answers are brought back until it ends by itself, and
the object also holds {"posts": number of them}.
"""
import json
import sys
import urllib.request

import dbus
import dbus.mainloop.glib
from gi.repository import GLib

# No proxy of the environment comes between.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

NOTIFICATION = "application/vnd.syncml.ds.notification"
SERVICE = "org.syncevolution"


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    with open(sys.argv[1], "rb") as file:
        notification = file.read()
    goes_on = "--session" in sys.argv[3:]
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
        if data and "type" not in result:
            result = {"type": str(mime), "url": str(meta.get("URL", "")), "hex": bytes(data).hex(), "posts": 0}
        if not goes_on:
            loop.quit()
        elif final:
            connection.Close(True, "")
            loop.quit()
        elif data:
            result["posts"] += 1
            request = urllib.request.Request(str(meta["URL"]), bytes(data), {"Content-Type": str(mime)})
            with opener.open(request, timeout=30) as answer:
                body, kind = answer.read(), answer.headers.get("Content-Type", "").split(";")[0]
            connection.Process(dbus.ByteArray(body), kind)

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
        if not goes_on:
            connection.Close(False, "seen enough")
    except dbus.DBusException as error:
        if "error" in result:
            result = {"error": str(error)}
    print(json.dumps(result))


main()
