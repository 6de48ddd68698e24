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

/** What a button of the troubleshooter does; its word is `troubleshooter.actions.<kind>`. */
export const troubleActionSchema = z.object({
  kind: z.enum([
    'set-account-password',
    'switch-sync-on',
    'unblock-client',
    'send-configuration',
    'send-link',
    'show-guide',
    'show-session',
    'add-gateway',
    'test-gateway',
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
  /** What it is about: a gateway, a session, a trace, a folder; null is the device itself. */
  id: idSchema.nullable(),
  /** A text that the action needs: the name a folder should have. */
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
