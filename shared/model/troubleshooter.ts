import { z } from 'zod';
import { logParamsSchema } from './log-entry.ts';
import { idSchema, instantSchema } from './words.ts';

/** Links of the chain, in the order in which they are walked. */
export const troubleStepIdSchema = z.enum([
  'account-may-sync',
  'manual-sync',
  'gateway-sends',
  'change-seen',
  'names-match',
  'alert-delivered',
  'phone-answered',
]);
export type TroubleStepId = z.infer<typeof troubleStepIdSchema>;

/**
 * What a button of the troubleshooter does; its word is `troubleshooter.actions.<kind>`.
 * `unblock-client` recalls a client that is put away, `assign-client` pairs one that waits.
 */
export const troubleActionSchema = z.object({
  kind: z.enum([
    'show-settings',
    'set-account-password',
    'switch-sync-on',
    'unblock-client',
    'assign-client',
    'send-configuration',
    'send-link',
    'show-guide',
    'show-session',
    'add-gateway',
    'switch-gateway-on',
    'test-gateway',
    'show-routes',
    'switch-engine-on',
    'switch-push-on',
    'resume-device',
    'set-number',
    'tick-folder',
    'rename-folder',
    'report-change',
    'connect-mailbox',
    'alert-now',
    'show-trace',
    'resolve-mismatch',
    'wait',
  ]),
  /**
   * What it is about: an account, a client, a gateway, a session, a trace, a folder, the other device
   * of a mix-up; null is the device itself, or where there is none to choose.
   */
  id: idSchema.nullable(),
  /** A text that the action needs: the name a folder should have, the data type to report. */
  value: z.string().nullable(),
});
export type TroubleAction = z.infer<typeof troubleActionSchema>;

/** One link of the chain. */
export const troubleStepSchema = z.object({
  id: troubleStepIdSchema,
  /** `waiting`: nothing is wrong, it has just not happened yet. `unchecked`: behind the broken link. */
  state: z.enum(['ok', 'broken', 'waiting', 'unchecked']),
  /** The finding is `troubleshooter.findings.<key>`, what to do `troubleshooter.advice.<key>`. */
  key: z.string(),
  params: logParamsSchema,
  at: instantSchema.nullable(),
  action: troubleActionSchema.nullable(),
});
export type TroubleStep = z.infer<typeof troubleStepSchema>;

/** What the walk along the chain found. */
export const troubleReportSchema = z.object({
  deviceId: idSchema,
  at: instantSchema,
  steps: z.array(troubleStepSchema),
  /** The first link that is broken or has to be waited for; null when all hold. */
  stoppedAt: troubleStepIdSchema.nullable(),
});
export type TroubleReport = z.infer<typeof troubleReportSchema>;
