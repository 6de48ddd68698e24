import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RouteExplanation } from '../../../../shared/model/route.ts';
import { StateShape } from '../../../components/state-mark.tsx';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import type { TextTools } from '../../../i18n/provider.tsx';
import { placeOf } from '../../../routing/places.ts';
import { explainView } from './explain-view.ts';
import { routeName } from './route-form.ts';
import styles from './routing.module.css';

/** The name of a country in the language of the console; its code where there is none. */
function countryName(language: string, code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Which rule applies, and where the number is. */
function whySentences(explanation: RouteExplanation, { t, language }: TextTools): string {
  const { route, prefix, country } = explanation;
  const name = route === null ? '' : routeName(route, t('routesPage.prefixes.all'));
  const rule =
    route === null
      ? t('routesPage.explain.no-route')
      : prefix === ''
        ? t('routesPage.explain.route-all', { route: name })
        : t('routesPage.explain.route', { route: name, prefix });
  return country === null
    ? rule
    : `${rule} ${t('routesPage.explain.country', { country: countryName(language, country) })}`;
}

/** The answer in a sentence, then the gateways in the order in which they are tried. */
export function ExplainResult({
  explanation,
}: {
  readonly explanation: RouteExplanation;
}): ReactNode {
  const tools = useText();
  const { t, language } = tools;
  const { taker, price, steps } = explainView(explanation);
  const money = (amount: number): string => formatMoney(language, explanation.currency, amount);
  return (
    <>
      <p className={styles['answer']}>
        <StateShape state={taker === null ? 'attention' : 'working'} />
        <span>
          <strong>
            {taker !== null
              ? t('routesPage.explain.by', { gateway: taker.name })
              : t(
                  steps.length === 0 ? 'routesPage.explain.no-gateway' : 'routesPage.explain.waits',
                )}
          </strong>{' '}
          {taker === null
            ? null
            : price === null
              ? t('routesPage.explain.cost-unknown')
              : t('routesPage.explain.cost', { price: money(price) })}{' '}
          <span className="pd-soft">{whySentences(explanation, tools)}</span>
        </span>
      </p>
      {steps.length === 0 ? null : (
        <ol className={styles['steps']} aria-label={t('routesPage.explain.steps')}>
          {steps.map((step) => (
            <li key={step.id}>
              <StateShape state={step.state} />
              <Link {...placeOf('gateway', step.id)}>{step.name}</Link>
              <span>{t(`routesPage.step.${step.word}`)}</span>
              <span className="pd-soft">
                {step.price === null
                  ? t('routesPage.step.no-price')
                  : t('routesPage.step.price', { price: money(step.price) })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
