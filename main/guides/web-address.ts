/** Whether a value may be followed: an address of the web, and nothing else that a link can hold. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/u.test(text) && URL.canParse(text);
}
