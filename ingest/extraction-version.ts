/** Changes whenever the links of a paper may change: the extractor's version and the linker's. */
const LINKER_VERSION = 1;
export const extractionVersion = (extractor: string): string => `${extractor}+link.${LINKER_VERSION}`;
