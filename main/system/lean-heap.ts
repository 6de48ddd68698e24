import { setFlagsFromString } from 'node:v8';

/*
 * V8 lets the part of its heap where objects begin grow to many times of what a busy second needs, and
 * moves what is garbage a moment later into the old part, where it stays for long: a crowd of devices
 * cost 100 MB more. Kept small, it costs no time that can be measured. Imported before all else, since
 * what has grown does not shrink.
 */
setFlagsFromString('--semi-space-growth-factor=1');
/*
 * After 8 s of quiet V8 searches the old part as a whole to give memory back, and then lets it grow by
 * 2 MB only before the next search: devices that come now and then paid for two searches in each of
 * their sessions, which was more than the session's own work. So it may grow by one and a half times
 * what was alive, never by more, and what is left of that is given back after a minute.
 */
setFlagsFromString('--heap-growing-percent=150');
setFlagsFromString('--gc-memory-reducer-start-delay-ms=60000');
