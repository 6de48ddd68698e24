import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeInput, ChangeSource } from '../../shared/model/change.ts';
import { AppError } from '../../shared/model/errors.ts';
import { createDovecotDoor } from './dovecot.ts';
import type { DoorConfig, DoorRequest } from './http-door.ts';
import type { Journal } from './journal.ts';
import { createTestWorld } from './testing/world.ts';
import { createWebhook } from './webhook.ts';

const token = 'long-and-secret';
let accepted: [ChangeInput, ChangeSource][];
let config: DoorConfig;

const journal: Pick<Journal, 'accept' | 'acceptMany'> = {
  accept(input, source) {
    if (input.account === 'eve') {
      return Promise.reject(new AppError('UNKNOWN_ACCOUNT', { params: { account: 'eve' } }));
    }
    if (input.folder === 'Sent') return Promise.reject(new AppError('UNKNOWN_FOLDER'));
    accepted.push([input, source]);
    return Promise.resolve({ id: accepted.length, traceId: `trace-${accepted.length}` });
  },
  async acceptMany(inputs, source) {
    return await Promise.all(
      inputs.map((input) =>
        journal.accept(input, source).catch((error: unknown) => error as AppError),
      ),
    );
  },
};

function request(body: unknown, changes: Partial<DoorRequest> = {}): DoorRequest {
  return {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    remote: '203.0.113.9',
    ...changes,
  };
}

const json = { 'content-type': 'application/json' };
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

beforeEach(() => {
  accepted = [];
  config = { enabled: true, token };
});

describe('the webhook', () => {
  const world = createTestWorld();
  const webhook = createWebhook({ ...world, journal, config: () => config });
  const change = { account: 'ada@example.org', folder: 'contacts' };

  it('takes one change and answers with its number and trace', async () => {
    expect(await webhook.handle(request(change))).toEqual({
      status: 200,
      body: { id: 1, traceId: 'trace-1' },
    });
    expect(accepted).toEqual([[change, 'webhook']]);
  });

  it('takes a list, with an error in the place of what it does not know', async () => {
    const answer = await webhook.handle(request([change, { account: 'eve', folder: 'notes' }]));
    expect(answer).toEqual({
      status: 200,
      body: {
        results: [
          { id: 1, traceId: 'trace-1' },
          { error: { code: 'UNKNOWN_ACCOUNT', params: { account: 'eve' } } },
        ],
      },
    });
  });

  it.each([
    ['no token', json],
    ['another token', { ...json, authorization: 'Bearer long-and-wrong' }],
    ['part of the token', { ...json, authorization: 'Bearer long-and-secre' }],
    ['an empty token', { ...json, authorization: 'Bearer ' }],
    ['another scheme', { ...json, authorization: `Token ${token}` }],
    ['two tokens', { ...json, authorization: `Bearer ${token} ${token}` }],
  ])('refuses %s', async (_name, headers) => {
    const answer = await webhook.handle(request(change, { headers, remote: '127.0.0.1' }));
    expect(answer.status).toBe(401);
    expect(accepted).toEqual([]);
  });

  it.each([
    ['another machine', { remote: '203.0.113.9', headers: json }, 401],
    ['this machine', { remote: '::1', headers: json }, 200],
    [
      'a web page',
      { remote: '127.0.0.1', headers: { ...json, origin: 'https://evil.example' } },
      401,
    ],
    [
      'a web page that hides',
      { remote: '127.0.0.1', headers: { ...json, 'sec-fetch-site': 'cross-site' } },
      401,
    ],
  ])('without a token answers %s rightly', async (_name, changes, status) => {
    config = { enabled: true, token: undefined };
    expect((await webhook.handle(request(change, changes))).status).toBe(status);
  });

  it.each([
    ['no JSON', 'hello', 422],
    ['an object without a folder', { account: 'ada' }, 422],
    ['a list with something else in it', [change, 7], 422],
    ['an unknown account', { account: 'eve', folder: 'contacts' }, 404],
    ['more than it takes', ' '.repeat(1_048_577), 413],
    ['too many', Array.from({ length: 10_001 }, () => change), 413],
  ])('answers to %s with an error that a program can read', async (_name, body, status) => {
    const answer = await webhook.handle(request(body));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { code: expect.any(String) as string } });
    expect(accepted).toEqual([]);
  });

  it('refuses what is not said to be JSON, as a form of a web page would be', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    expect((await webhook.handle(request(change, { headers }))).status).toBe(415);
  });

  it('is shut when it is switched off', async () => {
    config = { enabled: false, token };
    expect((await webhook.handle(request(change))).status).toBe(503);
  });
});

describe('the door for Dovecot', () => {
  const world = createTestWorld();
  const door = createDovecotDoor({ ...world, journal, config: () => config });
  const notification = {
    user: 'ada@example.org',
    event: 'messageNew',
    folder: 'INBOX',
    'imap-uidvalidity': 1,
    'imap-uid': 7,
    from: 'bob@example.org',
  };
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    authorization: basic(`pushdesk:${token}`),
  };

  it('turns a delivered message into a change of the inbox', async () => {
    expect((await door.handle(request(notification, { headers }))).status).toBe(204);
    const input = { account: 'ada@example.org', folder: 'inbox', origin: 'Dovecot' };
    expect(accepted).toEqual([[input, 'dovecot']]);
  });

  it.each([
    ['a wrong password', { ...headers, authorization: basic('pushdesk:wrong') }],
    ['no colon', { ...headers, authorization: basic(token) }],
    ['no credentials', json],
  ])('refuses %s', async (_name, wrong) => {
    expect((await door.handle(request(notification, { headers: wrong }))).status).toBe(401);
  });

  it('passes over what brings nothing new and mailboxes that no device has', async () => {
    for (const changes of [{ event: 'FlagsSet' }, { folder: 'Sent' }]) {
      const answer = await door.handle(request({ ...notification, ...changes }, { headers }));
      expect(answer.status).toBe(204);
    }
    expect(accepted).toEqual([]);
  });

  it('tells the mail server of a user that is no account', async () => {
    const answer = await door.handle(request({ ...notification, user: 'eve' }, { headers }));
    expect(answer.status).toBe(404);
  });

  it('refuses what is no notification', async () => {
    expect((await door.handle(request({ user: 'ada' }, { headers }))).status).toBe(422);
  });
});
