import { clientType, clientTypes } from '../../../shared/catalogue/client-types.ts';
import type { Device } from '../../../shared/model/device.ts';
import { deviceLimits } from '../../../shared/model/device.ts';
import type { NewLink, ProvisioningPreview } from '../../../shared/model/provisioning.ts';
import type { Page } from '../html/frame.ts';
import { html, trustedMarkup } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import { namedQrCode } from '../html/qr.ts';
import type { PortalKey, Words } from '../html/words.ts';
import { alarm, done } from './sign-in-pages.ts';
import { tokenField } from './visit.ts';

/** What every page of somebody signed in needs. */
export interface OwnerPage {
  readonly words: Words;
  readonly root: string;
  readonly formToken: string;
  readonly address: string;
  readonly timeZone: string;
  readonly notice?: string | undefined;
  readonly error?: string | undefined;
  readonly status?: number;
}

function page(facts: OwnerPage, title: string, content: Html, isFirst = false): Page {
  const { root, formToken, address, notice, error, status = 200 } = facts;
  const { say } = facts.words;
  const back = isFirst ? undefined : html`<p><a href="${root}">← ${say('me.back')}</a></p>`;
  return {
    status,
    title,
    body: html`<div class="row">
        <span class="soft">${say('me.account', { address })}</span>
        <form method="post" action="${root}/sign-out">
          ${tokenField(formToken)}<button class="quiet">${say('me.sign-out')}</button>
        </form>
      </div>
      ${back}
      <h1>${title}</h1>
      ${notice === undefined ? undefined : done(notice)}
      ${error === undefined ? undefined : alarm(error)} ${content}`,
  };
}

function button(facts: OwnerPage, path: string, key: PortalKey, kind = '', more?: Html): Html {
  return html`<form method="post" action="${facts.root}${path}">
    ${tokenField(facts.formToken)}${more} <button class="${kind}">${facts.words.say(key)}</button>
  </form>`;
}

const pathOf = ({ id }: Device): string => `/devices/${encodeURIComponent(id)}`;

/** All devices of the account. */
export function devicesPage(facts: OwnerPage, devices: readonly Device[]): Page {
  const { words, root } = facts;
  const { say, states, clientTypes: kinds } = words;
  const list = devices.map(
    (device) =>
      html`<li class="card">
        <a href="${root}${pathOf(device)}"
          ><strong>${device.name}</strong>
          <span class="soft">${kinds[device.clientType]} · ${states[device.state]}</span></a
        >
      </li> `,
  );
  const content =
    devices.length === 0
      ? html`<p>${say('me.none')}</p>`
      : html`<ul class="devices">
          ${list}
        </ul>`;
  return page(
    facts,
    say('me.title'),
    html`${content}
      <p><a class="button" href="${root}/add">${say('me.add')}</a></p>`,
    true,
  );
}

/** What was typed into the form for a device, and what was wrong with it. */
export interface DeviceForm {
  readonly name: string;
  readonly clientType: string;
  readonly number: string;
  readonly errors: Readonly<Partial<Record<'name' | 'clientType' | 'number', PortalKey>>>;
}

/** A form to add a device with. */
export function addPage(facts: OwnerPage, form: DeviceForm): Page {
  const { words, root, formToken } = facts;
  const { say, clientTypes: kinds } = words;
  const fault = (field: keyof DeviceForm['errors']): Html | undefined => {
    const key = form.errors[field];
    return key === undefined ? undefined : html`<div id="${field}-error">${alarm(say(key))}</div>`;
  };
  const marks = (field: keyof DeviceForm['errors'], hint: string): Html => {
    const isWrong = form.errors[field] !== undefined;
    const described = [hint, ...(isWrong ? [`${field}-error`] : [])].join(' ').trim();
    return html`${described === '' ? undefined : html` aria-describedby="${described}"`}${isWrong ? html` aria-invalid="true"` : undefined}`;
  };
  const options = clientTypes.map(
    ({ id }) =>
      html`<option value="${id}" ${form.clientType === id ? html` selected` : undefined}>
        ${kinds[id]}
      </option>`,
  );
  return page(
    facts,
    say('add.title'),
    html`<section>
      <form method="post" action="${root}/add">
        ${tokenField(formToken)}
        <label for="name">${say('add.name')}</label>
        <p class="hint" id="name-hint">${say('add.name-hint')}</p>
        ${fault('name')}
        <input
          id="name"
          name="name"
          required
          maxlength="${deviceLimits.name}"
          value="${form.name}"
          ${marks('name', 'name-hint')}
        />
        <label for="client-type">${say('add.client-type')}</label>${fault('clientType')}
        <select id="client-type" name="clientType" required${marks('clientType', '')}>
          ${options}
        </select>
        <label for="number">${say('add.number')}</label>
        <p class="hint" id="number-hint">${say('add.number-hint')}</p>
        ${fault('number')}
        <input
          id="number"
          name="number"
          type="tel"
          autocomplete="tel"
          maxlength="${deviceLimits.number}"
          value="${form.number}"
          ${marks('number', 'number-hint')}
        />
        <button>${say('add.button')}</button>
      </form>
    </section>`,
  );
}

/** Where the PIN comes from that the phone will ask for. */
function pinText({ say }: Words, { pin, security }: ProvisioningPreview, address: string): string {
  if (pin === null) return say(security === 'netwpin' ? 'device.pin-network' : 'device.pin-none');
  return say(`device.pin-${pin.delivery}`, { address });
}

function sending(
  facts: OwnerPage,
  device: Device,
  preview: ProvisioningPreview | undefined,
): Html | undefined {
  if (preview?.isPossible !== true) return undefined;
  const { words, address } = facts;
  return html`<p>
      ${words.say('device.send-text', { number: device.number ?? '' })}
      ${pinText(words, preview, address)}
    </p>
    ${button(facts, `${pathOf(device)}/send`, 'device.send', 'quiet')}`;
}

function pausing(facts: OwnerPage, device: Device): Html | undefined {
  const { say } = facts.words;
  if (!clientType(device.clientType).push.isPossible) return undefined;
  if (device.pausedBy === 'admin') return html`<p>${say('device.admin-pause')}</p>`;
  return device.pausedBy === 'device'
    ? button(facts, `${pathOf(device)}/resume`, 'device.resume', 'quiet')
    : html`<p>${say('device.pause-text')}</p>
        ${button(facts, `${pathOf(device)}/pause`, 'device.pause', 'quiet')}`;
}

/** One device, and what its owner can do with it. */
export function devicePage(
  facts: OwnerPage,
  device: Device,
  preview: ProvisioningPreview | undefined,
): Page {
  const { words, root, timeZone } = facts;
  const { say, states, reasons, clientTypes: kinds, moment } = words;
  const { lastSessionAt } = device;
  return page(
    facts,
    device.name,
    html`<section>
        <dl class="fields plain">
          <dt>${say('device.kind')}</dt>
          <dd>${kinds[device.clientType]}</dd>
          <dt>${say('device.number')}</dt>
          <dd>${device.number ?? say('device.no-number')}</dd>
          <dt>${say('device.state')}</dt>
          <dd>${states[device.state]}: ${reasons[device.reason]}</dd>
          <dt>${say('device.last-session')}</dt>
          <dd>${lastSessionAt === null ? say('device.never') : moment(lastSessionAt, timeZone)}</dd>
        </dl>
      </section>
      <section>
        <h2>${say('device.setup')}</h2>
        <p>${say('device.link-text')}</p>
        ${button(facts, `${pathOf(device)}/link`, 'device.link')} ${sending(facts, device, preview)}
      </section>
      <section>
        ${pausing(facts, device)}
        <p>
          <a class="button danger" href="${root}${pathOf(device)}/remove"
            >${say('device.remove')}</a
          >
        </p>
      </section>`,
  );
}

/** Asks before a device is removed. */
export function removePage(facts: OwnerPage, device: Device): Page {
  const { words, root } = facts;
  const title = words.say('device.remove-title', { device: device.name });
  return page(
    facts,
    title,
    html`<section>
      <p>${words.say('device.remove-text')}</p>
      <div class="row">
        <a class="button" href="${root}${pathOf(device)}">${words.say('device.cancel')}</a>
        ${button(facts, `${pathOf(device)}/remove`, 'device.remove-button', 'danger')}
      </div>
    </section>`,
  );
}

/** Asks before the same configuration is sent once more. */
export function sendAgainPage(facts: OwnerPage, device: Device): Page {
  const { words, root } = facts;
  return page(
    { ...facts, status: 409 },
    device.name,
    html`<section>
      <p>${words.say('device.sent-lately')}</p>
      <div class="row">
        <a class="button" href="${root}${pathOf(device)}">${words.say('device.cancel')}</a>
        ${button(facts, `${pathOf(device)}/send`, 'device.send-again', 'quiet', html`<input type="hidden" name="again" value="yes" />`)}
      </div>
    </section>`,
  );
}

/** A link that the owner has just made. */
export async function linkPage(facts: OwnerPage, device: Device, link: NewLink): Promise<Page> {
  const { say } = facts.words;
  const title = say('link.title', { device: device.name });
  const picture = await namedQrCode(link.url, say('page.qr'));
  return page(
    facts,
    title,
    html`<section>
      <p>${say('link.text')}</p>
      ${trustedMarkup(picture)}
      <code class="value">${link.url}</code>
      <p><a class="button" href="${link.url}">${say('link.open')}</a></p>
    </section>`,
  );
}
