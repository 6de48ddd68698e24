import { z } from 'zod';
import { alertSchema } from './alert.ts';
import { changeSchema } from './change.ts';
import { dissectedBytesSchema } from './dissect.ts';
import { logEntrySchema, logParamsSchema } from './log-entry.ts';
import { deliverySchema, messageSchema } from './message.ts';
import { configurationSchema } from './provisioning.ts';
import { sessionSchema } from './session.ts';
import { idSchema, instantSchema, stateMarkSchema } from './words.ts';

/** Bytes of one step, named: `sms-submit`, `wsp-push`, `san`. */
export const traceBytesSchema = z.object({
  name: z.string(),
  part: z.number().int(),
  bytes: dissectedBytesSchema,
});
export type TraceBytes = z.infer<typeof traceBytesSchema>;

/** One stop on the way from the change to the phone's answer. */
export const traceStepSchema = z.object({
  kind: z.enum([
    'change',
    'planned',
    'prepared',
    'sms',
    'delivered',
    'answered',
    'configured',
    'session',
  ]),
  /** Null while the step has not happened. */
  at: instantSchema.nullable(),
  state: stateMarkSchema,
  /** Sentence of the step: `traceSteps.<key>`. */
  key: z.string(),
  params: logParamsSchema,
  alertId: idSchema.nullable(),
  /** The session that the step is about: it answered the alert. */
  sessionId: idSchema.nullable(),
  bytes: z.array(traceBytesSchema),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/** The way of one device's alert within a trace. */
export const traceBranchSchema = z.object({
  alert: alertSchema,
  steps: z.array(traceStepSchema),
  message: messageSchema.nullable(),
  deliveries: z.array(deliverySchema),
  /** The session that answered the alert. */
  session: sessionSchema.nullable(),
});
export type TraceBranch = z.infer<typeof traceBranchSchema>;

/** The way of one configuration to the phone and to the phone's first session with it. */
export const traceConfigurationSchema = z.object({
  configuration: configurationSchema,
  deviceName: z.string(),
  /** `prepared`, `sms`, `delivered`, `configured`, and `session` where one has come. */
  steps: z.array(traceStepSchema),
  messages: z.array(messageSchema),
  deliveries: z.array(deliverySchema),
  session: sessionSchema.nullable(),
});
export type TraceConfiguration = z.infer<typeof traceConfigurationSchema>;

/** All that hangs together with one change: the changes merged with it, one branch per alerted device. */
export const traceSchema = z.object({
  id: idSchema,
  startedAt: instantSchema,
  changes: z.array(changeSchema),
  branches: z.array(traceBranchSchema),
  /** Configurations that were sent under this trace. */
  configurations: z.array(traceConfigurationSchema),
  /** Sessions of this trace: one that answered no alert has a trace of its own. */
  sessions: z.array(sessionSchema),
  log: z.array(logEntrySchema),
});
export type Trace = z.infer<typeof traceSchema>;
