import type { Page } from '../html/frame.ts';
import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import type { Words } from '../html/words.ts';
import { tokenField } from './visit.ts';

/** What the sign-in shows. */
export interface SignInFacts {
  readonly root: string;
  readonly formToken: string;
  /** Nobody but this machine's own browser is spared this. */
  readonly isPlain: boolean;
  /** What went wrong, and under which status that is told. */
  readonly error?: { readonly status: number; readonly text: string };
  readonly notice?: string | undefined;
  readonly address?: string;
}

/** A message that takes the focus, so that a screen reader says it first. */
export function alarm(text: string): Html {
  return html`<p class="note alarm" role="alert" tabindex="-1" autofocus>${text}</p>`;
}

/** A message that something has been done. */
export function done(text: string): Html {
  return html`<p class="note done" role="status">${text}</p>`;
}

/** The form to sign in with. */
export function signInPage({ say }: Words, facts: SignInFacts): Page {
  const { root, formToken, isPlain, error, notice, address = '' } = facts;
  return {
    status: error?.status ?? 200,
    title: say('sign-in.title'),
    body: html`<h1>${say('sign-in.title')}</h1>
      ${notice === undefined ? undefined : done(notice)}
      ${error === undefined ? undefined : alarm(error.text)}
      ${isPlain ? html`<p class="note alarm">${say('sign-in.plain')}</p>` : undefined}
      <section>
        <p>${say('sign-in.text')}</p>
        <form method="post" action="${root}/sign-in">
          ${tokenField(formToken)}
          <label for="address">${say('sign-in.address')}</label>
          <input
            id="address"
            name="address"
            type="email"
            autocomplete="username"
            required
            maxlength="320"
            value="${address}"
          />
          <label for="password">${say('sign-in.password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            maxlength="256"
          />
          <button>${say('sign-in.button')}</button>
        </form>
      </section>`,
  };
}

/** Where the password must not be typed. */
export function needsTlsPage({ say }: Words): Page {
  return {
    status: 403,
    title: say('sign-in.title'),
    body: html`<h1>${say('sign-in.title')}</h1>
      <p class="note alarm">${say('sign-in.needs-tls')}</p>`,
  };
}

/** A form that is not ours, or too old. */
export function formFaultPage({ say }: Words, root: string): Page {
  return {
    status: 403,
    title: say('fault.title'),
    body: html`<h1>${say('fault.title')}</h1>
      <p class="note alarm">${say('fault.form')}</p>
      <p><a href="${root}">${say('fault.back')}</a></p>`,
  };
}
