import type { errors as errorsSource, fieldErrors as fieldErrorsSource } from '../en/errors.ts';
import type { Translated } from '../types.ts';

export const errors: Translated<typeof errorsSource> = {
  INVALID_INPUT: {
    what: 'Část zadání nelze přijmout.',
    hint: 'Nic se nezměnilo. Opravte označená pole a zkuste to znovu.',
  },
  UNAUTHENTICATED: {
    what: 'Přihlášení skončilo.',
    hint: 'Nic se nezměnilo. Přihlaste se znovu tokenem služby.',
  },
  FORBIDDEN: { what: 'Odtud to není dovoleno.', hint: 'Nic se nezměnilo.' },
  NOT_FOUND: {
    what: 'Už to zde není.',
    hint: 'Mezitím to mohlo být odebráno. Vraťte se na seznam a podívejte se, co zbylo.',
  },
  DUPLICATE: {
    what: 'Tento název už existuje.',
    hint: 'Nic se nezměnilo. Zvolte jiný název, nebo upravte to, co už existuje.',
  },
  IN_USE: {
    what: 'Stále se to používá.',
    hint: 'Nic se nezměnilo. Nejdřív to přestaňte používat.',
  },
  PUSH_NOT_POSSIBLE: {
    what: 'Zařízení tohoto typu nelze upozornit.',
    hint: 'Telefon se synchronizuje, když o to jeho majitel požádá.',
  },
  NUMBER_MISSING: {
    what: 'Zařízení nemá telefonní číslo.',
    hint: 'Bez něj k telefonu žádné upozornění nedojde. Zadejte číslo na stránce zařízení.',
  },
  NO_FOLDER_ENABLED: {
    what: 'Žádná složka zařízení není zaškrtnutá.',
    hint: 'Upozornění nemá co oznámit. Zaškrtněte alespoň jednu složku.',
  },
  NO_GATEWAY: {
    what: 'Pro SMS není žádná cesta ven.',
    hint: 'Upozornění čekají. Přidejte bránu, nebo některou zapněte.',
  },
  PROVISIONING_NOT_POSSIBLE: {
    what: 'Tomuto zařízení nelze poslat konfiguraci.',
    hint: 'Nic se neodeslalo. Stránka zařízení říká proč a co udělat.',
  },
  ALREADY_SENT: {
    what: 'Stejná konfigurace byla odeslána před chvílí.',
    hint: 'Nic se neodeslalo. Počkejte na telefon, nebo potvrďte nové odeslání.',
  },
  MAIL_FAILED: {
    what: 'E-mail se nepodařilo odeslat.',
    hint: 'Nic se neodeslalo. Zkontrolujte nastavení pošty a vyzkoušejte je tam.',
  },
  GATEWAY_FAILED: {
    what: 'Brána zprávu nepřijala.',
    hint: 'Telefon nebyl upozorněn. Vyzkoušejte bránu na stránce SMS.',
  },
  UNKNOWN_ACCOUNT: {
    what: 'Takový účet není.',
    hint: 'Žádný telefon nebude upozorněn. Zkontrolujte adresu, nebo účet přidejte.',
  },
  UNKNOWN_FOLDER: {
    what: 'Žádné zařízení účtu tuto složku nemá.',
    hint: 'Žádný telefon nebude upozorněn. V názvech složek záleží na velikosti písmen.',
  },
  TOO_LARGE: {
    what: 'To je víc, než lze najednou přijmout.',
    hint: 'Nic se nezměnilo. Pošlete méně.',
  },
  RATE_LIMITED: {
    what: 'Příliš mnoho volání v krátké době.',
    hint: 'Nic se nezměnilo. Chvíli počkejte a zkuste to znovu.',
  },
  UNAVAILABLE: {
    what: 'Služba právě neodpovídá.',
    hint: 'Není známo, zda se něco změnilo. Zkuste to znovu, až se spojení obnoví.',
  },
  INTERNAL: {
    what: 'Uvnitř Pushdesku se něco nezdařilo.',
    hint: 'Podrobnosti jsou v záznamu pod číslem níže.',
  },
  correlation: 'Číslo volání: {id}',
};

export const fieldErrors: Translated<typeof fieldErrorsSource> = {
  required: 'Povinné',
  invalid: 'To nelze přijmout',
  'too-long': 'Příliš dlouhé',
  'too-short': 'Příliš krátké',
  'out-of-range': 'Mimo povolený rozsah',
  'not-an-address': 'To není e-mailová adresa',
  'not-a-number': 'To není mezinárodní telefonní číslo: plus, kód země a číslo',
  'not-a-url': 'To není URL: začíná na http:// nebo https://',
  'bad-template': 'V šabloně je chyba',
  duplicate: 'Už existuje',
  unknown: 'Nic takového není',
  'not-offered': 'Tento typ klienta to nenabízí',
  tooLongBy: 'Příliš dlouhé: nejvýše {max}',
  tooShortBy: 'Příliš krátké: nejméně {min}',
  between: 'Od {min} do {max}',
  atMost: 'Nejvýše {max}',
  atLeast: 'Nejméně {min}',
  badTemplateAt: 'V šabloně je chyba: {detail}',
};
