import { messages } from '../../shared/i18n/index.ts';
import type { Guide, GuideBlock, GuidePicture } from '../../shared/model/guide.ts';
import type { DataType } from '../../shared/model/words.ts';
import { drawDrawing } from './drawings/index.ts';
import type { Conditions, GuideSource, SourceBlock, ValueRow } from './source.ts';
import type { ScreenName } from './screens.ts';
import type { GuideTextKey } from './texts/types.ts';
import type { Wording } from './wording.ts';

/** A picture of a screen, as it lies beside the guides. */
export interface ScreenPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** PNG in base64. */
  readonly data: string;
}

/** What makes a guide of a source. */
export interface GuideContext {
  readonly wording: Wording;
  readonly conditions: Conditions;
  readonly deviceName: string | null;
  /** Folders of the device, or those that the client type offers. */
  readonly folders: readonly { readonly dataType: DataType; readonly name: string }[];
  /** Picture of a screen in the guide's language; undefined where none was taken. */
  picture(screen: ScreenName): ScreenPicture | undefined;
}

/** Blocks without the parts whose condition does not hold. */
export function standing(
  blocks: readonly SourceBlock[],
  conditions: Conditions,
): Exclude<SourceBlock, { kind: 'when' }>[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'when') return [block];
    return conditions[block.condition] === block.holds ? standing(block.blocks, conditions) : [];
  });
}

/** Area of the texts of a guide. */
export function areaOf(
  source: GuideSource,
): NonNullable<GuideSource['clientType'] | GuideSource['topic']> {
  const area = source.clientType ?? source.topic;
  if (area === null) throw new RangeError('a guide is about a client type or a topic');
  return area;
}

/** Title and summary of a guide. */
export function headOf(source: GuideSource, wording: Wording): { title: string; summary: string } {
  const area = areaOf(source);
  return { title: wording.plain(`${area}.title`), summary: wording.plain(`${area}.summary`) };
}

/** Fills a guide's structure with words, values and pictures. */
export function assembleGuide(source: GuideSource, context: GuideContext): Guide {
  const { wording, conditions } = context;
  let steps = 0;
  function pictureOf(block: Extract<SourceBlock, { kind: 'step' }>): GuidePicture | null {
    if (block.drawing !== undefined) {
      return {
        kind: 'drawing',
        alt: wording.plain(`drawings.${block.drawing}.alt`),
        drawing: drawDrawing(block.drawing, wording),
      };
    }
    const taken = block.screen === undefined ? undefined : context.picture(block.screen);
    if (block.screen === undefined || taken === undefined) return null;
    const alt = wording.plain(`screens.${block.screen}`);
    return { kind: 'screenshot', name: block.screen, alt, ...taken };
  }
  function rowsOf(row: ValueRow | 'folders'): { name: string; value: string | null }[] {
    if (row === 'folders') return folderRows(context);
    const name = wording.plain(row.name);
    if (row.value === null) return [{ name, value: null }];
    if (row.isOptional === true && !wording.has(row.value)) return [];
    return [{ name, value: wording.value(row.value) }];
  }
  function blockOf(block: Exclude<SourceBlock, { kind: 'when' }>): GuideBlock[] {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', text: wording.plain(block.text) }];
      case 'paragraph':
        return wording.lines(block.text).map((spans) => ({ kind: 'paragraph', spans }));
      case 'note':
        return wording
          .lines(block.text)
          .map((spans) => ({ kind: 'note', tone: block.tone, spans }));
      case 'list':
        return [{ kind: 'list', items: block.texts.flatMap((key) => wording.lines(key)) }];
      case 'values':
        return [
          {
            kind: 'values',
            caption: wording.plain(block.caption),
            rows: block.rows.flatMap(rowsOf),
          },
        ];
      case 'step': {
        steps += 1;
        // The type of a step's key cannot say that it has a title beside its body; a test does.
        const titleKey = `${block.step}.title` as GuideTextKey;
        const bodyKey = `${block.step}.body` as GuideTextKey;
        return [
          {
            kind: 'step',
            number: steps,
            who: block.who,
            title: wording.plain(titleKey),
            body: wording.lines(bodyKey),
            picture: pictureOf(block),
          },
        ];
      }
    }
  }
  return {
    ...headOf(source, wording),
    language: wording.language,
    clientType: source.clientType,
    topic: source.topic,
    deviceName: context.deviceName,
    blocks: standing(source.blocks, conditions).flatMap(blockOf),
  };
}

function folderRows({ wording, folders }: GuideContext): { name: string; value: string }[] {
  const template = wording.raw('words.folder-name');
  return folders.map(({ dataType, name }) => ({
    name: template.replace('{folder}', messages[wording.language].dataTypes[dataType]),
    value: name,
  }));
}
