import type { ProvisioningLink } from '../../shared/model/provisioning.ts';
import type { AreaService } from '../api/services.ts';
import type { Stop } from '../platform/clock.ts';
import { pageAnswer } from './html/frame.ts';
import { html } from './html/html.ts';
import { wordsFor } from './html/words.ts';
import { createMeDoor } from './me/me-door.ts';
import type { PortalDeps } from './portal-deps.ts';
import type { PageHandler } from './ports.ts';
import { createLinks } from './setup/links.ts';
import { createSetupDoor } from './setup/setup-door.ts';

/** Personal links, and the pages for owners of phones. */
export interface Portal extends Pick<AreaService<'provisioning'>, 'link' | 'revokeLink'> {
  /** Links of a device, newest first. */
  links(deviceId: string): Promise<ProvisioningLink[]>;
  /** What answers at `/setup/…` and `/me`. */
  readonly pages: PageHandler;
  /** Lets go of those who wait for an answer. */
  readonly stop: Stop;
}

/** Makes them. */
export function createPortal(deps: PortalDeps): Portal {
  const links = createLinks(deps);
  const setup = createSetupDoor(deps, links);
  const me = createMeDoor(deps, links);
  return {
    link: links.link,
    revokeLink: links.revokeLink,
    links: links.links,
    pages: {
      async handle(request) {
        try {
          const isMe = request.path === '/me' || request.path.startsWith('/me/');
          return await (isMe ? me : setup).handle(request);
        } catch (error) {
          deps.onFault(error);
          const { language, say } = wordsFor(request.headers['accept-language']);
          const body = html`<h1>${say('fault.title')}</h1>
            <p>${say('fault.text')}</p>`;
          return pageAnswer(language, { status: 500, title: say('fault.title'), body });
        }
      },
    },
    stop: me.stop,
  };
}
