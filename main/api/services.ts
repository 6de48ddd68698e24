import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../shared/api/contract.ts';
import type { LogEntry } from '../../shared/model/log-entry.ts';
import type { LiveEvent } from '../../shared/model/system.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

/** Areas whose answers are streams, which have a form of their own. */
type StreamArea = 'live';
type StreamProcedure = 'tail';

/** What a service must offer so that an area of the contract can be served. Input is validated. */
export type AreaService<Area extends keyof Contract> = {
  [Procedure in Exclude<keyof Contract[Area] & keyof Inputs[Area], StreamProcedure>]: (
    input: Inputs[Area][Procedure],
  ) => Promise<Outputs[Area & keyof Outputs][Procedure & keyof Outputs[Area & keyof Outputs]]>;
};

/** The log as the API reads it. */
export interface LogService extends AreaService<'log'> {
  /** Entries behind `after` (or only new ones), until `signal` ends it; none lost, none twice. */
  tail(
    input: Inputs['log']['tail'],
    options: { after: number | undefined; signal: AbortSignal | undefined },
  ): AsyncIterable<LogEntry>;
}

/** A live event with the place in the stream that a reader can take up again from. */
export interface NumberedLiveEvent {
  readonly id: string;
  readonly event: LiveEvent;
}

/** Everything the router serves; made by `main/server.ts`. */
export type Services = {
  [Area in Exclude<keyof Contract, StreamArea | 'log'>]: AreaService<Area>;
} & {
  log: LogService;
  live: {
    /** Events behind the one numbered `after` (or only new ones), until `signal` ends it. */
    events(
      signal: AbortSignal | undefined,
      after: string | undefined,
    ): AsyncIterable<NumberedLiveEvent>;
  };
};
