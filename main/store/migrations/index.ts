import { initial } from './0001-initial.ts';
import type { Migration } from './migration.ts';
import { sync } from './0002-sync.ts';
import { provisioning } from './0003-provisioning.ts';
import { sms } from './0004-sms.ts';

/** All migrations, oldest first. Append only. */
export const migrations: readonly Migration[] = [initial, sync, provisioning, sms];
