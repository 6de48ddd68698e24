import type { DeviceProfile, MailAccess } from '../../../shared/model/device-profile.ts';
import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { ProvisioningLink } from '../../../shared/model/provisioning.ts';
import { html, trustedMarkup } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import type { Page } from '../html/frame.ts';
import { namedQrCode } from '../html/qr.ts';
import type { PortalKey, Words } from '../html/words.ts';
import { hasPayload, profileParts } from '../profile/apple-profile.ts';

/** Name under which a phone fetches its profile, below the page. */
export const profileFile = 'pushdesk.mobileconfig';

/** What the page of a link shows. */
export interface SetupPageFacts {
  readonly profile: DeviceProfile;
  readonly link: Pick<ProvisioningLink, 'use' | 'expiresAt'>;
  readonly timeZone: string;
  /** How the profile will be signed. */
  readonly signature: 'trusted' | 'self-made' | 'none';
  /** Where the profile is, seen from the page. */
  readonly profilePath: string;
}

interface Field {
  readonly name: string;
  readonly value: string;
  /** Worth a code to scan. */
  readonly isAddress?: boolean;
}

async function fieldRows({ say }: Words, fields: readonly Field[]): Promise<Html> {
  const rows = fields.map(async ({ name, value, isAddress = false }) => {
    const code = isAddress
      ? html`<details>
          <summary>${say('page.qr')}</summary>
          ${trustedMarkup(await namedQrCode(value, say('page.qr-of', { value })))}
        </details>`
      : undefined;
    return html`<dt>${name}</dt>
      <dd><code class="value">${value}</code>${code}</dd> `;
  });
  return html`<dl class="fields">${await Promise.all(rows)}</dl>`;
}

async function section(
  words: Words,
  title: PortalKey,
  fields: readonly Field[],
  hint?: PortalKey,
): Promise<Html> {
  return html`<section>
    <h2>${words.say(title)}</h2>
    ${hint === undefined ? undefined : html`<p class="hint">${words.say(hint)}</p>`}
    ${await fieldRows(words, fields)}
  </section> `;
}

function mailFields({ say }: Words, access: MailAccess, protocol?: string): Field[] {
  return [
    ...(protocol === undefined ? [] : [{ name: say('field.protocol'), value: protocol }]),
    { name: say('field.host'), value: access.host },
    { name: say('field.port'), value: String(access.port) },
    { name: say('field.security'), value: say(`security.${access.security}`) },
    { name: say('field.user'), value: access.user },
  ];
}

/** Which password the phone will ask for; undefined where there is nothing to set up. */
function passwordNote(profile: DeviceProfile): PortalKey | undefined {
  const { clientType: id, incomingMail, outgoingMail, caldavUrl, carddavUrl } = profile;
  if (clientType(id).link === 'profile') {
    return hasPayload(profile) ? 'setup.password-mailbox' : undefined;
  }
  const others = [incomingMail, outgoingMail, caldavUrl, carddavUrl];
  const hasOthers = others.some((each) => each !== null);
  if (syncAddress(profile) === null) return hasOthers ? 'setup.password-mailbox' : undefined;
  return hasOthers ? 'setup.password-both' : 'setup.password-sync';
}

/** Address for SyncML; null where there is nothing to synchronise that way. */
function syncAddress({ serverUrl, folders }: DeviceProfile): string | null {
  return folders.length > 0 ? serverUrl : null;
}

/** Values to copy: for phones that take no profile. */
async function valuesToCopy(words: Words, profile: DeviceProfile): Promise<Html> {
  const { say, dataTypes } = words;
  const { folders, incomingMail, outgoingMail, caldavUrl, carddavUrl } = profile;
  const user = { name: say('field.user'), value: profile.address };
  const parts: Promise<Html>[] = [];
  const serverUrl = syncAddress(profile);
  if (serverUrl !== null) {
    const databases = folders.map(({ dataType, name }) => ({
      name: say('field.database', { dataType: dataTypes[dataType] }),
      value: name,
    }));
    const fields = [
      { name: say('field.url'), value: serverUrl, isAddress: true },
      user,
      { name: say('field.server-id'), value: profile.serverId },
      ...databases,
    ];
    parts.push(section(words, 'page.sync', fields, 'page.sync-text'));
  }
  if (incomingMail !== null) {
    const protocol = incomingMail.protocol === 'imap' ? 'IMAP' : 'POP3';
    parts.push(section(words, 'page.mail-in', mailFields(words, incomingMail, protocol)));
  }
  if (outgoingMail !== null) {
    parts.push(section(words, 'page.mail-out', mailFields(words, outgoingMail)));
  }
  for (const [title, url] of [
    ['page.caldav', caldavUrl],
    ['page.carddav', carddavUrl],
  ] as const) {
    if (url === null) continue;
    const address = { name: say('field.url'), value: url, isAddress: true };
    parts.push(section(words, title, [address, user]));
  }
  if (parts.length === 0) return html`<p class="note alarm">${say('setup.nothing')}</p>`;
  return html`<p>${say('page.text')} <span class="soft">${say('page.copy')}</span></p>
    ${await Promise.all(parts)}`;
}

/** A profile to fetch, and what to do with it. */
function profileToFetch(words: Words, facts: SetupPageFacts): Html {
  const { say } = words;
  const { profile, signature, profilePath } = facts;
  if (!hasPayload(profile)) return html`<p class="note alarm">${say('setup.nothing')}</p>`;
  const contents = profileParts(profile).map(
    (part) => html`<li>${say(`profile.has-${part}`, { address: profile.address })}</li>`,
  );
  const warning =
    signature === 'trusted'
      ? undefined
      : say(signature === 'none' ? 'profile.not-signed' : 'profile.not-verified');
  return html`<section>
      <p>${say('profile.text')}</p>
      <ul>
        ${contents}
      </ul>
      <p><a class="button" href="${profilePath}">${say('profile.download')}</a></p>
    </section>
    <section>
      <h2>${say('profile.steps')}</h2>
      <ol>
        <li>${say('profile.step-download')}</li>
        <li>${say('profile.step-open')}</li>
        <li>${say('profile.step-install')}</li>
        <li>${say('profile.step-password')}</li>
      </ol>
      ${warning === undefined ? undefined : html`<p class="note">${warning}</p>`}
      <p class="soft">${say('profile.remove')}</p>
    </section> `;
}

/** The page by which an owner sets a phone up. There is no secret on it. */
export async function setupPage(words: Words, facts: SetupPageFacts): Promise<Page> {
  const { say, moment } = words;
  const { profile, link, timeZone } = facts;
  const title = say('setup.title', { device: profile.deviceName });
  const until = moment(link.expiresAt, timeZone);
  const password = passwordNote(profile);
  const content =
    clientType(profile.clientType).link === 'profile'
      ? profileToFetch(words, facts)
      : await valuesToCopy(words, profile);
  return {
    title,
    body: html`<h1>${title}</h1>
      <p class="soft">
        ${say('setup.for', { name: profile.displayName, organisation: profile.organisation })}
      </p>
      ${password === undefined ? undefined : html`<p class="note">${say(password)}</p>`} ${content}
      <p class="soft">${say(link.use === 'once' ? 'setup.once' : 'setup.until', { until })}</p>`,
  };
}
