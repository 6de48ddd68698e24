// The other side of the SMS benches in a process of its own: callers who hand messages in over HTTP,
// the service centre that they arrive at (npm smpp's protocol layer), and who is told of reports.
import { Agent, createServer, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import smpp from 'smpp';

/** A receipt comes so long after the answer to its submit_sm. */
const RECEIPT_MS = 100;

/** When the message of each number was handed in and arrived; NaN before. */
let sentAt = new Float64Array(0);
let arrivedAt = new Float64Array(0);
/** How often each message arrived. */
let times = new Uint8Array(0);
let receipts = 0;
let callbacks = 0;
let answerMs = 5;
let firstAt = 0;
let lastArrivalAt = 0;
let lastReceiptAt = 0;
let lastId = 0;
let diedAt = 0;
/** When messages came over HTTP. */
let toldAt = [];
/** Sessions that can be cut off. */
const sessions = new Set();

const service = smpp.createServer({}, (session) => {
  sessions.add(session);
  session.on('close', () => sessions.delete(session));
  session.on('error', () => undefined);
  const bound = (pdu) => session.send(pdu.response({ system_id: 'BENCH' }));
  for (const kind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver'])
    session.on(kind, bound);
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => session.send(pdu.response()));
  session.on('submit_sm', (pdu) => {
    const at = performance.now();
    note(pdu.destination_addr, at);
    const id = String(++lastId);
    const answer = () => {
      session.send(pdu.response({ message_id: id }));
      if ((pdu.registered_delivery & 1) !== 0)
        setTimeout(() => report(session, pdu, id), RECEIPT_MS);
    };
    if (answerMs === 0) answer();
    else setTimeout(answer, answerMs);
  });
});

/** Numbers are 4860 and seven digits, the message's own index. */
function note(number, at) {
  const index = Number(number.replace(/^\+?/u, '').slice(4));
  lastArrivalAt = at;
  if (!(index < arrivedAt.length)) return;
  times[index] += 1;
  if (times[index] === 1) arrivedAt[index] = at;
}

/** Makes ready for so many messages. */
function expect(count, delay) {
  sentAt = new Float64Array(count).fill(Number.NaN);
  arrivedAt = new Float64Array(count).fill(Number.NaN);
  times = new Uint8Array(count);
  [receipts, callbacks, toldAt] = [0, 0, []];
  answerMs = delay;
}

function report(session, pdu, id) {
  const text = `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221200 stat:DELIVRD err:000 text:`;
  const receipt = new smpp.PDU('deliver_sm', {
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: 4,
    short_message: Buffer.from(text),
  });
  session.send(receipt, () => {
    receipts += 1;
    lastReceiptAt = performance.now();
  });
}

/** Takes callbacks, and messages as an HTTP provider does: those name whom they are for. */
const told = createServer((incoming, answer) => {
  const number = new URL(incoming.url, 'http://localhost').searchParams.get('to');
  if (number === null) callbacks += 1;
  else {
    toldAt.push(performance.now());
    note(number, performance.now());
  }
  setTimeout(() => answer.end('ok'), number === null ? 0 : answerMs);
});

/** Hands one message in; resolves when it is answered. */
function hand(agent, { port, path, headers }, index) {
  const number = `4860${String(index).padStart(7, '0')}`;
  return new Promise((resolve, reject) => {
    sentAt[index] = performance.now();
    const call = request(
      { agent, host: '127.0.0.1', port, path: path.replace('NUMBER', number), headers },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode >= 300) reject(new Error(`HTTP ${response.statusCode}`));
          else resolve(performance.now() - sentAt[index]);
        });
      },
    );
    call.on('error', reject);
    call.end();
  });
}

/** As fast as the other side answers, by so many connections at once; or so many a second. */
async function load({ count, connections, perSecond }, target) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers = [];
  let next = 0;
  firstAt = performance.now();
  if (perSecond === undefined) {
    const caller = async () => {
      while (next < count) answers.push(await hand(agent, target, next++));
    };
    await Promise.all(Array.from({ length: connections }, caller));
  } else {
    const underWay = [];
    await new Promise((resolve) => {
      const timer = setInterval(() => {
        const due = Math.min(
          count,
          Math.floor(((performance.now() - firstAt) / 1_000) * perSecond),
        );
        while (next < due) underWay.push(hand(agent, target, next++));
        if (next < count) return;
        clearInterval(timer);
        resolve();
      }, 2);
    });
    answers.push(...(await Promise.all(underWay)));
  }
  const answeredAt = performance.now();
  agent.destroy();
  return { answers, answeredAt };
}

async function until(isDone, quietMs, progress) {
  let last = progress();
  let since = performance.now();
  while (!isDone()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const now = progress();
    if (now !== last) [last, since] = [now, performance.now()];
    else if (performance.now() - since > quietMs) return;
  }
}

async function run(options) {
  const { count } = options;
  expect(count, options.answerMs);
  const { answers, answeredAt } = await load(options, options.target);
  const arrivedCount = () => arrivedAt.reduce((sum, at) => sum + (Number.isNaN(at) ? 0 : 1), 0);
  let arrived = 0;
  await until(
    () => (arrived = arrivedCount()) === count,
    20_000,
    () => arrived,
  );
  await until(
    () => receipts >= count,
    20_000,
    () => receipts,
  );
  const ways = [];
  for (let index = 0; index < count; index += 1) {
    const ms = arrivedAt[index] - sentAt[index];
    if (!Number.isNaN(ms)) ways.push(ms);
  }
  return {
    arrived,
    doubled: times.filter((count) => count > 1).length,
    receipts,
    callbacks,
    handInMs: answeredAt - firstAt,
    outMs: lastArrivalAt - firstAt,
    reportedMs: lastReceiptAt - firstAt,
    ways,
    answers,
  };
}

const work = {
  async listen() {
    await Promise.all([
      new Promise((resolve) => service.listen(0, '127.0.0.1', resolve)),
      new Promise((resolve) => told.listen(0, '127.0.0.1', resolve)),
    ]);
    return { servicePort: service.address().port, toldPort: told.address().port };
  },
  run,
  expect({ count, answerMs: delay }) {
    expect(count, delay);
    return {};
  },
  /** Milliseconds from its death to the first message over HTTP behind it. */
  otherWay: () => ({ afterMs: toldAt.find((at) => at > diedAt) - diedAt, count: toldAt.length }),
  arrivedTimes: () => ({ times: [...times] }),
  sessions: () => ({ count: sessions.size }),
  /** The service centre dies: links are cut and nobody listens any more. */
  die() {
    service.close();
    for (const session of sessions) session.destroy();
    diedAt = performance.now();
    return {};
  },
};

process.on('message', ({ id, wanted, options }) => {
  Promise.resolve(work[wanted](options)).then(
    (answer) => process.send({ id, answer }),
    (error) => process.send({ id, error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
