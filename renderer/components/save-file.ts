/** Hands a file to the browser's, or the desktop's, way of saving. `type` is its MIME type. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The download has its own hold on the file by the next task.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}
