import { z } from 'zod';
import { clientTypeSchema } from '../catalogue/client-types.ts';
import { addressSchema } from '../model/account.ts';
import {
  phoneConfigurationSchema,
  phoneItemInputSchema,
  phoneItemSchema,
  phoneProfileSchema,
  phoneSchema,
  phoneSyncSchema,
  phoneTextLimit,
} from '../model/phone.ts';
import { certificateSchema, settingsInputSchema, settingsSchema } from '../model/settings.ts';
import { overviewSchema, systemStatusSchema } from '../model/system.ts';
import { idSchema, instantSchema } from '../model/words.ts';
import { doneOutput, nothingInput, procedure } from './base.ts';

/** What the kinds of phones can do. */
export const catalogueContract = {
  clientTypes: procedure
    .input(nothingInput)
    .output(z.object({ clientTypes: z.array(clientTypeSchema) })),
};

const phoneMessageInput = z.object({ number: z.string(), messageId: idSchema });

/** Virtual phones that answer for the simulator gateway. */
export const simulatorContract = {
  phones: procedure.input(nothingInput).output(z.object({ phones: z.array(phoneSchema) })),
  /** What lies on one phone. */
  items: procedure
    .input(z.object({ number: z.string() }))
    .output(z.object({ items: z.array(phoneItemSchema) })),
  /** Edits the phone by hand; the phone tells the server at its next session. */
  saveItem: procedure.input(phoneItemInputSchema).output(phoneItemSchema),
  removeItem: procedure
    .input(z.object({ number: z.string(), luid: z.string() }))
    .output(doneOutput),
  /** Starts a session from the phone's side; resolves when it has ended. */
  sync: procedure
    .input(z.object({ number: z.string(), slow: z.boolean().default(false) }))
    .output(phoneSyncSchema),
  /** Lets the phone write an SMS to the office, which comes in as from a real one. */
  reply: procedure
    .input(z.object({ number: z.string(), text: z.string().min(1).max(phoneTextLimit) }))
    .output(doneOutput),
  /** Opens a configuration, with its PIN where one is asked for. A wrong one is an answer here. */
  openConfiguration: procedure
    .input(phoneMessageInput.extend({ pin: z.string().max(20).optional() }))
    .output(phoneConfigurationSchema),
  /** Takes an open configuration as the phone's settings. */
  saveConfiguration: procedure.input(phoneMessageInput).output(phoneProfileSchema),
  discardConfiguration: procedure.input(phoneMessageInput).output(doneOutput),
  /** Types the account's password into the phone; the server is not asked whether it is right. */
  setPassword: procedure
    .input(z.object({ number: z.string(), password: z.string().min(1).max(256) }))
    .output(phoneProfileSchema),
  /** Takes everything off the phone, as from the factory. What is on the server stays. */
  empty: procedure.input(z.object({ number: z.string() })).output(phoneProfileSchema),
  /** Types the device's settings into the phone by hand, the password too. */
  setUp: procedure.input(z.object({ number: z.string() })).output(phoneProfileSchema),
};

/** Settings that are not the push engine's. */
export const settingsContract = {
  get: procedure.input(nothingInput).output(settingsSchema),
  update: procedure.input(settingsInputSchema).output(settingsSchema),
  /** The certificate of the devices' listener. */
  certificate: procedure.input(nothingInput).output(certificateSchema),
  /**
   * Makes the self-made one anew, reads the files again, or asks the authority for a new one.
   * Answers when that has ended; a `problem` says that it has not worked.
   */
  renewCertificate: procedure.input(nothingInput).output(certificateSchema),
  /** Sends one mail with the mail settings as they are stored. A refusal is a value here. */
  testMail: procedure
    .input(z.object({ to: addressSchema }))
    .output(z.object({ ok: z.boolean(), detail: z.string() })),
};

/** The process itself. */
export const systemContract = {
  status: procedure.input(nothingInput).output(systemStatusSchema),
  overview: procedure.input(nothingInput).output(overviewSchema),
  /** Writes a consistent copy of the database beside it while everything runs on. */
  backup: procedure
    .input(nothingInput)
    .output(z.object({ path: z.string(), bytes: z.number().int(), at: instantSchema })),
  /** Marks the first-run wizard as finished (or to be shown again). */
  setSetupDone: procedure.input(z.object({ done: z.boolean() })).output(doneOutput),
};
