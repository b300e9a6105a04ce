/** The half of pdf.js that reads. It has no types: the other half talks to it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
