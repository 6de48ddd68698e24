/** Fonts that guides are printed in: family and file. The build puts them beside the code. */
export const fontFiles = {
  regular: ['noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  bold: ['noto-sans', '600SemiBold/NotoSans_600SemiBold.ttf'],
  'chinese-regular': ['noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  'chinese-bold': ['noto-sans-sc', '600SemiBold/NotoSansSC_600SemiBold.ttf'],
} as const;

/** Name of a font. */
export type FontName = keyof typeof fontFiles;
