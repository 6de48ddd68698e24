import type { GatewayFacts, GatewayReason } from '../../../../shared/model/gateway.ts';

/** Why a modem cannot be used, or `ok`. */
export interface ModemStatus {
  readonly reason: GatewayReason;
  /** What was found, step by step. */
  readonly detail: string;
}

/** What a modem told of itself and its network; all null before it did. */
export type ModemFacts = Pick<
  GatewayFacts,
  'signalDbm' | 'operator' | 'registration' | 'device' | 'smsc'
>;

/** Facts of a modem that has told nothing yet. */
export const noModemFacts: ModemFacts = {
  signalDbm: null,
  operator: null,
  registration: null,
  device: null,
  smsc: null,
};

/** Settings of a modem, as its gateway has them. */
export interface ModemSettings {
  readonly gatewayId: string;
  /** Name of the gateway, for the log. */
  readonly name: string;
  readonly path: string;
  readonly baudRate: number;
  readonly pin: string;
  /** Empty is the SIM's own. */
  readonly smsc: string;
  readonly initCommands: readonly string[];
  readonly reports: boolean;
}
