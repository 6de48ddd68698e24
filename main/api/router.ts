import { AsyncIteratorClass, Procedure, withEventMeta } from '@orpc/server';
import type { AnyProcedure, Middleware, ProcedureHandlerOptions, Router } from '@orpc/server';
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '../../shared/api/contract.ts';
import type { Contract } from '../../shared/api/contract.ts';
import type { CallContext } from './context.ts';
import type { Services } from './services.ts';
import { toWireError } from './wire-errors.ts';
import type { ErrorReporter } from './wire-errors.ts';

/** The contract, served. */
export type AppRouter = Router<Contract, CallContext>;

/** Options of {@link createRouter}. */
export interface RouterOptions extends ErrorReporter {
  /** Judges answers as strictly as inputs: in tests and development, where a wrong one is a bug. */
  readonly checksAnswers?: boolean;
}

type Handler = (options: HandlerOptions) => unknown;
type HandlerOptions = Pick<
  ProcedureHandlerOptions<CallContext, unknown, Record<never, never>, Record<never, never>>,
  'input' | 'signal' | 'lastEventId'
>;

/** Gives a stream's values their numbers, by which a broken stream is taken up again. */
function numberEvents<Source, Value extends object>(
  source: AsyncIterable<Source>,
  read: (source: Source) => { id: string; value: Value },
  translate: (error: unknown) => unknown,
): AsyncIteratorClass<Value, undefined, void> {
  const entries = source[Symbol.asyncIterator]();
  return new AsyncIteratorClass<Value, undefined, void>(
    async () => {
      try {
        const next = await entries.next();
        if (next.done === true) return { done: true, value: undefined };
        const { id, value } = read(next.value);
        return { done: false, value: withEventMeta(value, { id }) };
      } catch (error) {
        throw translate(error);
      }
    },
    async () => {
      await entries.return?.();
    },
  );
}

/** The two procedures that answer with streams. */
function streamHandlers(services: Services, options: RouterOptions): Record<string, Handler> {
  const translator = (procedure: string) => (error: unknown) =>
    toWireError(error, procedure, options);
  return {
    'log.tail'({ input, lastEventId, signal }) {
      const place = Number(lastEventId ?? Number.NaN);
      const after = Number.isInteger(place) && place >= 0 ? place : undefined;
      // The contract's schema has judged the input before it comes here.
      const filter = input as Parameters<typeof services.log.tail>[0];
      return numberEvents(
        services.log.tail(filter, { after, signal }),
        (entry) => ({ id: String(entry.id), value: entry }),
        translator('log.tail'),
      );
    },
    'live.events': ({ lastEventId, signal }) =>
      numberEvents(
        services.live.events(signal, lastEventId),
        ({ id, event }) => ({ id, value: event }),
        translator('live.events'),
      ),
  };
}

/** The service's method that answers a procedure. */
function serviceHandler(services: Services, area: keyof Services, name: string): Handler {
  const service: object = services[area];
  const method: unknown = Reflect.get(service, name);
  if (typeof method !== 'function') throw new TypeError(`nobody serves ${area}.${name}`);
  return ({ input }) => method.call(service, input);
}

/**
 * Makes the router from the contract: every procedure judges its input, is answered by the service's
 * method of the same name, and gives errors the form of the contract.
 */
export function createRouter(services: Services, options: RouterOptions): AppRouter {
  const streams = streamHandlers(services, options);
  const guard: Middleware<
    CallContext,
    Record<never, never>,
    unknown,
    unknown,
    Record<never, never>,
    Record<never, never>
  > = async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw toWireError(error, path.join('.'), options);
    }
  };

  function serve(area: keyof Services, name: string, procedure: AnyContractProcedure) {
    const definition = procedure['~orpc'];
    return new Procedure({
      ...definition,
      outputSchema: options.checksAnswers === true ? definition.outputSchema : undefined,
      // The guard stands before both judgements, so that their findings are translated too.
      middlewares: [guard],
      inputValidationIndex: 1,
      outputValidationIndex: 1,
      handler: streams[`${area}.${name}`] ?? serviceHandler(services, area, name),
    });
  }

  const router: Record<string, Record<string, AnyProcedure>> = {};
  for (const area of Object.keys(contract) as (keyof Contract)[]) {
    const procedures: Readonly<Record<string, AnyContractProcedure>> = contract[area];
    router[area] = Object.fromEntries(
      Object.entries(procedures).map(([name, procedure]) => [name, serve(area, name, procedure)]),
    );
  }
  // Its form follows the contract's by construction, which the compiler cannot see.
  return router as unknown as AppRouter;
}
