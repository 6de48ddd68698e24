import type { ChangeInput } from '../../shared/model/change.ts';
import { changeInputSchema } from '../../shared/model/change.ts';
import { AppError } from '../../shared/model/errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { LogWriter } from '../platform/logbook.ts';
import { doorError, jsonOf, refusalOf } from './http-door.ts';
import type { DoorConfig, DoorRequest, DoorResponse } from './http-door.ts';
import type { AcceptedChange, Journal } from './journal.ts';
import { doorLimits } from './limits.ts';
import { createRefusalLog } from './refusal-log.ts';

/** What {@link createWebhook} needs. */
export interface WebhookDeps {
  readonly journal: Pick<Journal, 'accept' | 'acceptMany'>;
  readonly clock: Clock;
  readonly log: LogWriter;
  /** Asked at every request, so that a new token counts at once. */
  readonly config: () => DoorConfig;
}

/** The door for changes as `POST /changes`. */
export interface Webhook {
  /**
   * Takes one change (answers 200 `{id, traceId}`) or a list (answers 200 `{results: […]}`, one a
   * change, `{error: {code, params}}` in the place of one that is not taken). Errors: 401, 413,
   * 415, 422, 404 for a single change of an unknown account or folder, 503 when the door is shut.
   */
  handle(request: DoorRequest): Promise<DoorResponse>;
}

/** Makes the webhook. The transport reads the body, at most `webhookOctets` of it, and calls. */
export function createWebhook(deps: WebhookDeps): Webhook {
  const { journal, config } = deps;
  const refusals = createRefusalLog(deps.log, deps.clock);

  function refuse(request: DoorRequest, response: DoorResponse, detail: string): DoorResponse {
    refusals.write({
      level: 'warn',
      area: 'changes',
      key: 'change.refused',
      params: { remote: request.remote, detail },
    });
    return response;
  }

  async function takeOne(request: DoorRequest, value: unknown): Promise<DoorResponse> {
    const parsed = changeInputSchema.safeParse(value);
    if (!parsed.success) {
      const path = parsed.error.issues[0]?.path.join('.') ?? '';
      return refuse(request, doorError('INVALID_INPUT', { path }), 'it is not a change');
    }
    try {
      return { status: 200, body: await journal.accept(parsed.data, 'webhook') };
    } catch (error) {
      if (error instanceof AppError) return doorError(error.code, error.params);
      throw error;
    }
  }

  async function takeMany(request: DoorRequest, values: readonly unknown[]): Promise<DoorResponse> {
    if (values.length > doorLimits.webhookChanges) {
      return refuse(
        request,
        doorError('TOO_LARGE', { changes: doorLimits.webhookChanges }),
        'too many in one call',
      );
    }
    const inputs: ChangeInput[] = [];
    for (const [index, value] of values.entries()) {
      const parsed = changeInputSchema.safeParse(value);
      if (!parsed.success) {
        const path = [index, ...(parsed.error.issues[0]?.path ?? [])].join('.');
        return refuse(
          request,
          doorError('INVALID_INPUT', { path }),
          'one of the list is no change',
        );
      }
      inputs.push(parsed.data);
    }
    const outcomes = await journal.acceptMany(inputs, 'webhook');
    return { status: 200, body: { results: outcomes.map(resultOf) } };
  }

  return {
    async handle(request) {
      const refusal = refusalOf(request, config(), doorLimits.webhookOctets);
      if (refusal) return refuse(request, refusal, `answered ${refusal.status}`);
      const value = jsonOf(request);
      return Array.isArray(value) ? await takeMany(request, value) : await takeOne(request, value);
    },
  };
}

function resultOf(outcome: AcceptedChange | AppError): unknown {
  if (!(outcome instanceof AppError)) return outcome;
  return { error: { code: outcome.code, params: outcome.params } };
}
