import { describe, expect, it } from 'vitest';
import { sampleAccount, sampleDevice, sampleGateway } from '../../testing/samples.ts';
import { isFirstStart } from './first-start.ts';
import {
  currentStep,
  nextStep,
  setupDevice,
  setupGateway,
  stepsDone,
  virtualNumber,
} from './setup-state.ts';
import type { SetupFacts } from './setup-state.ts';

const nothing: SetupFacts = { gateways: [], accounts: [], devices: [], hasAlert: false };

describe('the guide', () => {
  it('begins at the beginning', () => {
    expect(currentStep({}, stepsDone(nothing))).toBe('start');
  });

  it('is taken up where something is missing', () => {
    const facts = { ...nothing, gateways: [sampleGateway()], accounts: [sampleAccount()] };
    expect(currentStep({}, stepsDone(facts))).toBe('device');
    expect(currentStep({ step: 'account' }, stepsDone(facts))).toBe('account');
    expect(currentStep({ step: 'nonsense' }, stepsDone(facts))).toBe('device');
  });

  it('does not take a device for done that no alert can reach', () => {
    const facts = { ...nothing, devices: [sampleDevice({ number: null })] };
    expect(stepsDone(facts).device).toBe(false);
  });

  it('does not take a gateway for done that is switched off', () => {
    expect(stepsDone({ ...nothing, gateways: [sampleGateway({ active: false })] })).toMatchObject({
      start: true,
      gateway: false,
    });
  });

  it('stays at its last step when all is done', () => {
    const facts = {
      gateways: [sampleGateway()],
      accounts: [sampleAccount()],
      devices: [sampleDevice()],
      hasAlert: true,
    };
    expect(currentStep({}, stepsDone(facts))).toBe('change');
    expect(nextStep('change')).toBe('change');
  });

  it('tries the newest device that can be alerted', () => {
    const devices = [
      sampleDevice({ id: 'old', createdAt: 1 }),
      sampleDevice({ id: 'new', createdAt: 2 }),
      sampleDevice({ id: 'deaf', createdAt: 3, clientType: 'android' }),
    ];
    expect(setupDevice({ devices })?.id).toBe('new');
    expect(setupGateway({ gateways: [] })).toBeUndefined();
  });

  it('fills in a number that no device has and no real phone can have', () => {
    expect(virtualNumber([])).toBe('+447700900001');
    expect(virtualNumber([{ number: '+447700900001' }, { number: null }])).toBe('+447700900002');
  });

  it('opens by itself only where nothing is set up', () => {
    const empty = {
      setupDone: false,
      accounts: 0,
      devices: { total: 0, working: 0, attention: 0, paused: 0 },
      gateways: { total: 0, working: 0, failing: 0 },
    };
    expect(isFirstStart(empty)).toBe(true);
    expect(isFirstStart({ ...empty, setupDone: true })).toBe(false);
    expect(isFirstStart({ ...empty, accounts: 1 })).toBe(false);
  });
});
