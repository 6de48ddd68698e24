import type { Account } from '../../../shared/model/account.ts';
import type { Device } from '../../../shared/model/device.ts';
import type { Gateway, GatewayKind } from '../../../shared/model/gateway.ts';
import { clientType } from '../../../shared/catalogue/client-types.ts';
import { oneOf } from '../../routing/search.ts';
import type { SearchValues } from '../../routing/search.ts';

/** The steps of the guide, in their order. */
export const setupSteps = ['start', 'gateway', 'account', 'device', 'change'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The ways out that are set up by a form, in the order in which they are offered. */
export const formWays = ['http', 'modem', 'peer', 'smpp'] as const satisfies readonly GatewayKind[];
export type FormWay = (typeof formWays)[number];

/** A way out that the guide offers; the simulator needs no form. */
export type Way = FormWay | 'simulator';

/** What exists already: the guide keeps no memory of its own, so it can be left at any time. */
export interface SetupFacts {
  readonly gateways: readonly Gateway[];
  readonly accounts: readonly Account[];
  readonly devices: readonly Device[];
  readonly hasAlert: boolean;
}

/** Whether an alert can reach the device at all. */
export function canBeAlerted(device: Device): boolean {
  return (
    clientType(device.clientType).push.isPossible &&
    device.number !== null &&
    device.folders.some((folder) => folder.enabled)
  );
}

/** The gateway that the guide speaks of: the one just added, else one that is switched on, else any. */
export function setupGateway(
  facts: Pick<SetupFacts, 'gateways'>,
  addedId?: string,
): Gateway | undefined {
  const added = facts.gateways.find((gateway) => gateway.id === addedId);
  if (added !== undefined) return added;
  return facts.gateways.find((gateway) => gateway.active) ?? facts.gateways[0];
}

/** The device that the guide tries: the newest one that can be alerted, else the newest. */
export function setupDevice(facts: Pick<SetupFacts, 'devices'>): Device | undefined {
  const newest = [...facts.devices].sort((left, right) => right.createdAt - left.createdAt);
  return newest.find(canBeAlerted) ?? newest[0];
}

/** Which steps are done, by what exists. */
export function stepsDone(facts: SetupFacts): Readonly<Record<SetupStep, boolean>> {
  const hasGateway = facts.gateways.some((gateway) => gateway.active);
  return {
    start: facts.gateways.length > 0,
    gateway: hasGateway,
    account: facts.accounts.length > 0,
    device: facts.devices.some(canBeAlerted),
    change: facts.hasAlert,
  };
}

/** The step to show: the one that the URL's `step` names, else the first that is not done. */
export function currentStep(
  url: SearchValues,
  done: Readonly<Record<SetupStep, boolean>>,
): SetupStep {
  return oneOf(url['step'], setupSteps) ?? setupSteps.find((step) => !done[step]) ?? 'change';
}

/** The step behind a step; the last one stays. */
export function nextStep(step: SetupStep): SetupStep {
  return setupSteps[setupSteps.indexOf(step) + 1] ?? step;
}

/**
 * A number for a virtual phone, out of the range that Ofcom keeps free for films and plays
 * (+44 7700 900000 to 900999), so that no real phone has it. Empty when all are taken.
 */
export function virtualNumber(devices: readonly Pick<Device, 'number'>[]): string {
  const taken = new Set(devices.map((device) => device.number));
  for (let last = 1; last <= 999; last += 1) {
    const number = `+447700900${String(last).padStart(3, '0')}`;
    if (!taken.has(number)) return number;
  }
  return '';
}
