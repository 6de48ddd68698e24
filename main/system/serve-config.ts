import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { settingsSchema } from '../../shared/model/settings.ts';
import { StartError } from './start-error.ts';

/** What a configuration file may say. Settings in it win over those of the console. */
const configSchema = z.strictObject({
  /** Folder of everything that is kept. */
  data: z.string().min(1).optional(),
  console: z
    .strictObject({
      host: z.string().min(1).max(253).optional(),
      port: z.number().int().min(0).max(65535).optional(),
      /** Further names, with ports, under which a proxy offers the console. */
      allowedHosts: z.array(z.string().min(1).max(260)).max(100).optional(),
    })
    .optional(),
  settings: z
    .strictObject({
      changes: settingsSchema.shape.changes
        .omit({ hasUdpSecret: true, hasWebhookToken: true })
        .partial()
        .strict()
        .optional(),
      listeners: settingsSchema.shape.listeners.partial().strict().optional(),
      retention: settingsSchema.shape.retention.partial().strict().optional(),
      sms: settingsSchema.shape.sms.partial().strict().optional(),
    })
    .optional(),
});
export type ServeConfig = z.infer<typeof configSchema>;

function complain(path: string, what: string, cause?: unknown): StartError {
  const sentence = `The configuration file ${path} cannot be used: ${what}.`;
  return new StartError('bad-config', sentence, { path, detail: what }, cause);
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${place === '' ? key : `${place}.${key}`}"`);
    return `it does not know ${keys.join(', ')}`;
  }
  return `${place === '' ? 'it' : `"${place}"`} is not right (${issue.message})`;
}

/** Reads a configuration file. Throws a StartError that says in a sentence what is wrong with it. */
export async function readServeConfig(path: string): Promise<ServeConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw complain(path, 'it cannot be read', error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw complain(path, 'it is not JSON', error);
  }
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw complain(path, parsed.error.issues.map(sayIssue).join('; '));
}
