import { setFlagsFromString } from 'node:v8';

/*
 * V8 lets the part of its heap where objects begin grow to many times of what a busy second needs, and
 * moves what is garbage a moment later into the old part, where it stays for long: a crowd of devices
 * cost 100 MB more. Kept small, it costs no time that can be measured. Imported before all else, since
 * what has grown does not shrink.
 */
setFlagsFromString('--semi-space-growth-factor=1');
/*
 * After a quiet moment V8 gives memory back, and then lets the old part grow by 2 MB only before it is
 * searched as a whole again: each session of a device after that cost two such searches, which was
 * more than half of its own work. It may grow to twice of what was alive instead, and never to more.
 */
setFlagsFromString('--heap-growing-percent=100');
