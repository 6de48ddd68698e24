import { describe, expect, it, vi } from 'vitest';
import { ConnectionLost, ReconnectingLink } from './reconnecting-link.ts';
import type { Wire } from './wires.ts';

interface TestWire extends Wire {
  readonly end: () => void;
}

function wire(answer: () => Promise<unknown>): TestWire {
  let isOpen = true;
  let end = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    end = () => {
      isOpen = false;
      resolve();
    };
  });
  return { link: { call: answer }, closed, isOpen: () => isOpen, close: end, end };
}

const options = { context: {} };

describe('the way to the services', () => {
  it('has calls wait for the connection', async () => {
    const link = new ReconnectingLink({
      open: () => Promise.resolve(wire(() => Promise.resolve('answer'))),
      onState: () => undefined,
      patienceMs: 5_000,
    });
    const call = link.call(['system', 'status'], {}, options);
    link.connect();
    await expect(call).resolves.toBe('answer');
  });

  it('opens a new wire when one breaks, and ends what was under way on it', async () => {
    const states: string[] = [];
    const first = wire(() => first.closed.then(() => Promise.reject(new Error('cut'))));
    const second = wire(() => Promise.resolve('again'));
    const wires = [first, second];
    const link = new ReconnectingLink({
      open: () => Promise.resolve(wires.shift() ?? second),
      onState: (state) => states.push(state),
      patienceMs: 5_000,
    });
    link.connect();
    await vi.waitFor(() => expect(states).toContain('live'));
    const cut = link.call(['log', 'list'], {}, options);
    first.end();
    await expect(cut).rejects.toBeInstanceOf(ConnectionLost);
    await expect(link.call(['log', 'list'], {}, options)).resolves.toBe('again');
    expect(states).toEqual(['connecting', 'live', 'offline', 'connecting', 'live']);
  });

  it('tells an error of the services as it is', async () => {
    const link = new ReconnectingLink({
      open: () => Promise.resolve(wire(() => Promise.reject(new Error('refused')))),
      onState: () => undefined,
      patienceMs: 5_000,
    });
    link.connect();
    await expect(link.call(['x'], {}, options)).rejects.toThrow('refused');
  });

  it('stops and says so when a sign-in is needed, and goes on when asked', async () => {
    const states: string[] = [];
    let isSignedIn = false;
    const link = new ReconnectingLink({
      open: () => Promise.resolve(isSignedIn ? wire(() => Promise.resolve('in')) : null),
      onState: (state) => states.push(state),
      patienceMs: 5_000,
    });
    link.connect();
    await vi.waitFor(() => expect(states.at(-1)).toBe('signed-out'));
    isSignedIn = true;
    link.connect();
    await expect(link.call(['x'], {}, options)).resolves.toBe('in');
  });

  it('gives a call up when no connection comes', async () => {
    const link = new ReconnectingLink({
      open: () => Promise.reject(new Error('down')),
      onState: () => undefined,
      patienceMs: 1,
    });
    await expect(link.call(['x'], {}, options)).rejects.toBeInstanceOf(ConnectionLost);
  });
});
