import { useMutation } from '@tanstack/react-query';
import type { GuideLanguage, GuideTopic } from '../../../shared/model/guide.ts';
import type { ClientTypeId } from '../../../shared/model/words.ts';
import { client } from '../../api/client.ts';
import { saveFile } from '../../components/save-file.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { fileContent } from './file-content.ts';

/** Which guide, and as what. */
export interface GuideFileInput {
  readonly deviceId?: string;
  readonly clientType?: ClientTypeId;
  readonly topic?: GuideTopic;
  readonly language: GuideLanguage;
  readonly format: 'html' | 'pdf';
}

/** Has a guide made into a file and hands it to the browser's way of saving. */
export function useGuideFile(): {
  readonly save: (input: GuideFileInput) => void;
  /** The file is being made. */
  readonly isRunning: boolean;
} {
  const { t } = useText();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: (input: GuideFileInput) => client.guides.render(input),
    gcTime: 0,
    onSuccess: (file) => {
      saveFile(file.fileName, file.contentType, fileContent(file));
      notify.done(t('guides.saved', { name: file.fileName }));
    },
    onError: notify.failed,
  });
  return { save: mutate, isRunning: isPending };
}
