import { pause } from '../../../platform/pause.ts';
import { answerText } from './answer-text.ts';
import type { AtAnswer, AtLine } from './at-line.ts';
import { isRegistered, nameOf, serviceCentreOf } from './at-answers.ts';
import { isSimBusy } from './error-verdict.ts';
import type { ModemFacts, ModemStatus } from './modem-state.ts';
import { noModemFacts } from './modem-state.ts';
import type { SetUpDeps } from './set-up-deps.ts';
import { readNetwork } from './read-network.ts';
import { unlockSim } from './unlock-sim.ts';

/** A modem that answers, and how it was set up. */
export interface SetUp {
  readonly status: ModemStatus;
  readonly facts: ModemFacts;
  /** Whether messages that it hands on at once have to be acknowledged (27.005 §3.4.4). */
  readonly needsAcknowledgement: boolean;
}

const answerMs = 5_000;
const wakeMs = 1_500;
const wakeTries = 6;
const simBusyMs = 2_000;
const simBusyTries = 10;

/** Leaves a prompt: Escape gives it up. Ctrl-Z does too, but sends what was typed, so it comes later. */
const escape = Uint8Array.of(0x1b);
const controlZ = Uint8Array.of(0x1a);

/** Ways to be told of messages and reports (27.005 §3.4.1), the best first. */
const indications = {
  reports: ['2,1,0,1,0', '1,1,0,1,0', '2,1,0,2,0', '1,1,0,2,0', '2,1,0,0,0', '2,1', '1,1'],
  plain: ['2,1,0,0,0', '1,1,0,0,0', '2,1', '1,1'],
} as const;

/** Wakes a modem, unlocks its SIM and sets it up for messages as PDUs. Never rejects. */
export async function setUpModem(deps: SetUpDeps): Promise<SetUp> {
  const { line, settings } = deps;
  const failed = (status: ModemStatus): SetUp => ({
    status,
    facts: noModemFacts,
    needsAcknowledgement: false,
  });
  if (!(await wake(deps))) {
    return failed({ reason: 'no-answer', detail: `${settings.path} is open, no answer to AT` });
  }
  await ask(line, 'ATE0');
  await ask(line, 'AT+CMEE=1');
  const device = await deviceName(line);
  const locked = await unlockSim({ ...deps, give: (text) => giveToSim(deps, text) });
  if (locked !== undefined) {
    return { ...failed(locked), facts: { ...noModemFacts, device } };
  }
  const pdu = await giveToSim(deps, 'AT+CMGF=0');
  if (pdu.kind !== 'ok') {
    return failed({ reason: 'refused', detail: `AT+CMGF=0: ${answerText(pdu)}` });
  }
  const centre = await chooseServiceCentre(deps);
  if (typeof centre !== 'string' && centre !== null) return failed(centre);
  for (const command of settings.initCommands) {
    const answer = await ask(line, command);
    if (answer.kind === 'ok') continue;
    return failed({ reason: 'refused', detail: `${command}: ${answerText(answer)}` });
  }
  const isPhase2Plus = (await ask(line, 'AT+CSMS=1')).kind === 'ok';
  await chooseIndications(deps);
  await ask(line, 'AT+CREG=1');
  const facts = { ...(await readNetwork(line)), device, smsc: centre };
  return {
    status: isRegistered(facts.registration)
      ? { reason: 'ok', detail: '' }
      : { reason: 'not-registered', detail: `registration: ${String(facts.registration)}` },
    facts,
    needsAcknowledgement: isPhase2Plus,
  };
}

/** Tells the modem again where messages go: some forget it when one was not acknowledged. */
export async function chooseIndications({
  line,
  settings,
}: Pick<SetUpDeps, 'line' | 'settings'>): Promise<void> {
  for (const way of settings.reports ? indications.reports : indications.plain) {
    const answer = await ask(line, `AT+CNMI=${way}`);
    if (answer.kind !== 'error') return;
  }
}

function ask(line: AtLine, text: string): Promise<AtAnswer> {
  return line.send({ text, timeoutMs: answerMs });
}

async function wake({ line, clock }: SetUpDeps): Promise<boolean> {
  line.poke(escape);
  await pause(clock, 100);
  for (let tries = 1; tries <= wakeTries; tries += 1) {
    const answer = await line.send({ text: 'AT', timeoutMs: wakeMs });
    if (answer.kind === 'ok') return true;
    if (answer.kind === 'lost') return false;
    line.poke(tries % 2 === 1 ? escape : controlZ);
    await pause(clock, 500);
  }
  return false;
}

/** Gives a command, and again for a while as long as the SIM is busy. */
async function giveToSim({ line, clock }: SetUpDeps, text: string): Promise<AtAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await line.send({ text, timeoutMs: 20_000 });
    if (answer.kind !== 'error' || !isSimBusy(answer.error) || tries >= simBusyTries) return answer;
    await pause(clock, simBusyMs);
  }
}

async function deviceName(line: AtLine): Promise<string | null> {
  const names: string[] = [];
  for (const command of ['AT+CGMI', 'AT+CGMM']) {
    const answer = await ask(line, command);
    if (answer.kind === 'ok') names.push(nameOf(answer.lines));
  }
  const [maker = '', model = ''] = names;
  const name = model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`;
  return name.trim() === '' ? null : name.trim();
}

async function chooseServiceCentre(deps: SetUpDeps): Promise<string | null | ModemStatus> {
  const { line, settings } = deps;
  if (settings.smsc !== '') {
    const type = settings.smsc.startsWith('+') ? '145' : '129';
    const answer = await giveToSim(deps, `AT+CSCA="${settings.smsc}",${type}`);
    if (answer.kind !== 'ok') {
      return {
        reason: 'refused',
        detail: `service centre ${settings.smsc}: ${answerText(answer)}`,
      };
    }
  }
  const told = await ask(line, 'AT+CSCA?');
  return told.kind === 'ok' ? serviceCentreOf(told.lines) : null;
}
