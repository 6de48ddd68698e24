import type { ReactNode } from 'react';
import type { GuideBlock, GuidePicture } from '../../../shared/model/guide.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { useText } from '../../i18n/provider.tsx';
import { Drawing } from './drawing.tsx';
import styles from './guides.module.css';
import { Spans } from './spans.tsx';

type Of<Kind extends GuideBlock['kind']> = Extract<GuideBlock, { readonly kind: Kind }>;

function Picture({ picture }: { readonly picture: GuidePicture }): ReactNode {
  return picture.kind === 'drawing' ? (
    <Drawing drawing={picture.drawing} alt={picture.alt} />
  ) : (
    <img
      className={styles['screenshot']}
      src={`data:image/png;base64,${picture.data}`}
      alt={picture.alt}
      width={picture.width}
      height={picture.height}
    />
  );
}

function Step({ step }: { readonly step: Of<'step'> }): ReactNode {
  const { t } = useText();
  return (
    <section
      className={styles['step']}
      data-picture={step.picture?.kind ?? 'none'}
      data-who={step.who}
    >
      <div className={styles['stepText']}>
        <h3 className={styles['stepTitle']}>
          <span className={styles['number']}>{step.number}</span>
          <span>{step.title}</span>
          <span className={styles['who']}>{t(`guides.who.${step.who}`)}</span>
        </h3>
        {step.body.map((spans, index) => (
          <p key={index}>
            <Spans spans={spans} />
          </p>
        ))}
      </div>
      {step.picture === null ? null : <Picture picture={step.picture} />}
    </section>
  );
}

function Values({ block }: { readonly block: Of<'values'> }): ReactNode {
  const { t } = useText();
  return (
    <table className={styles['values']}>
      <caption>{block.caption}</caption>
      <thead className="pd-spoken">
        <tr>
          <th scope="col">{t('guides.value.name')}</th>
          <th scope="col">{t('guides.value.value')}</th>
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">{row.name}</th>
            <td>
              {row.value === null ? (
                <span className={styles['own']}>{t('guides.value.own')}</span>
              ) : (
                <CopyText value={row.value} what={row.name} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One block of a guide. */
export function Block({ block }: { readonly block: GuideBlock }): ReactNode {
  const { t } = useText();
  switch (block.kind) {
    case 'heading':
      return <h2 className={styles['heading']}>{block.text}</h2>;
    case 'paragraph':
      return (
        <p className={styles['paragraph']}>
          <Spans spans={block.spans} />
        </p>
      );
    case 'note':
      return (
        <p className={styles['note']} data-tone={block.tone}>
          <strong>{t(`guides.note.${block.tone}`)}</strong> <Spans spans={block.spans} />
        </p>
      );
    case 'list':
      return (
        <ul className={styles['bullets']}>
          {block.items.map((spans, index) => (
            <li key={index}>
              <Spans spans={spans} />
            </li>
          ))}
        </ul>
      );
    case 'step':
      return <Step step={block} />;
    case 'values':
      return <Values block={block} />;
  }
}
