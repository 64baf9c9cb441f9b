import { GREEK } from "../../../src/text/fold-markup.js";

const capitals = Object.entries(GREEK).map(([name, letter]): [string, string] => [
  name[0]!.toUpperCase() + name.slice(1),
  letter.toUpperCase(),
]);

/** `name sign name sign ...` as pairs. */
const pairs = (text: string): [string, string][] =>
  [...text.matchAll(/(\S+) (\S+)/g)].map(([, name, sign]) => [name!, JSON.parse(`"${sign}"`) as string]);

/** Commands that stand for a letter; a space after them is not printed. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(GREEK),
  ...capitals,
  ...pairs(
    "varepsilon \\u03b5 vartheta \\u03d1 varpi \\u03d6 varrho \\u03f1 varsigma \\u03c2 varphi \\u03c6 omicron \\u03bf " +
      "ss \\u00df o \\u00f8 O \\u00d8 l \\u0142 L \\u0141 ae \\u00e6 AE \\u00c6 oe \\u0153 OE \\u0152 aa \\u00e5 AA \\u00c5 " +
      "dj \\u0111 DJ \\u0110 dh \\u00f0 DH \\u00d0 th \\u00fe TH \\u00de i \\u0131 j \\u0237 ell \\u2113 hbar \\u210f Re \\u211c " +
      "Im \\u2111 aleph \\u2135 wp \\u2118 imath \\u0131 jmath \\u0237 textmu \\u03bc LaTeX LaTeX TeX TeX BibTeX BibTeX",
  ),
]);

/** Commands that stand for a sign. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  pairs(
    "times \\u00d7 texttimes \\u00d7 cdot \\u00b7 textperiodcentered \\u00b7 div \\u00f7 pm \\u00b1 textpm \\u00b1 mp \\u2213 ast * star \\u22c6 " +
      "circ \\u2218 bullet \\u2022 textbullet \\u2022 oplus \\u2295 ominus \\u2296 otimes \\u2297 odot \\u2299 cap \\u2229 cup \\u222a bigcap \\u22c2 bigcup \\u22c3 bigoplus \\u2a01 bigotimes \\u2a02 sqcup \\u2294 sqcap \\u2293 setminus \\u2216 " +
      "wedge \\u2227 land \\u2227 vee \\u2228 lor \\u2228 neg \\u00ac lnot \\u00ac leq \\u2264 le \\u2264 leqslant \\u2264 geq \\u2265 ge \\u2265 geqslant \\u2265 " +
      "neq \\u2260 ne \\u2260 ll \\u226a gg \\u226b approx \\u2248 sim ~ simeq \\u2243 cong \\u2245 equiv \\u2261 propto \\u221d prec \\u227a succ \\u227b " +
      "lesssim \\u2272 gtrsim \\u2273 in \\u2208 notin \\u2209 ni \\u220b subset \\u2282 subseteq \\u2286 supset \\u2283 supseteq \\u2287 emptyset \\u2205 varnothing \\u2205 " +
      "to \\u2192 rightarrow \\u2192 longrightarrow \\u2192 leftarrow \\u2190 gets \\u2190 leftrightarrow \\u2194 Rightarrow \\u21d2 Leftarrow \\u21d0 " +
      "Leftrightarrow \\u21d4 iff \\u21d4 implies \\u21d2 mapsto \\u21a6 uparrow \\u2191 downarrow \\u2193 textrightarrow \\u2192 hookrightarrow \\u21aa " +
      "forall \\u2200 exists \\u2203 nabla \\u2207 partial \\u2202 infty \\u221e sum \\u2211 prod \\u220f int \\u222b oint \\u222e surd \\u221a top \\u22a4 bot \\u22a5 perp \\u22a5 " +
      "parallel \\u2225 mid | vert | lvert | rvert | Vert \\u2016 lVert \\u2016 rVert \\u2016 langle \\u27e8 rangle \\u27e9 lfloor \\u230a rfloor \\u230b lceil \\u2308 rceil \\u2309 " +
      "lbrace { rbrace } angle \\u2220 triangle \\u25b3 square \\u25a1 diamond \\u22c4 dagger \\u2020 ddagger \\u2021 prime \\u2032 degree \\u00b0 textdegree \\u00b0 " +
      "ldots ... dots ... cdots ... dotsc ... dotsb ... textellipsis ... vdots ... ddots ... colon : backslash \\\\ textbackslash \\\\ " +
      "textasciitilde ~ textasciicircum ^ textunderscore _ textless < textgreater > textbar | textdollar $ textquotesingle ' textquotedbl \\u0022 " +
      "textendash \\u2013 textemdash \\u2014 textquoteleft \\u2018 textquoteright \\u2019 textquotedblleft \\u201c textquotedblright \\u201d " +
      "guillemotleft \\u00ab guillemotright \\u00bb S \\u00a7 P \\u00b6 copyright \\u00a9 textcopyright \\u00a9 textregistered \\u00ae texttrademark \\u2122 " +
      "pounds \\u00a3 textsterling \\u00a3 euro \\u20ac texteuro \\u20ac textonehalf \\u00bd checkmark \\u2713 models \\u22a8 vdash \\u22a2 gtrless \\u2277",
  ),
);

/** Commands whose name is what is printed. */
export const WORDS: ReadonlySet<string> = new Set(
  "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max inf sup lim limsup liminf arg det dim ker deg gcd hom Pr mod".split(
    " ",
  ),
);

/** Commands that only set their argument in some type. */
export const SETS_ARGUMENT: ReadonlySet<string> = new Set(
  (
    "emph textbf textit texttt textrm textsf textsc textsl textup textmd textnormal text mbox hbox underline uline uppercase " +
    "mathrm mathbf mathit mathsf mathtt mathcal mathfrak mathscr mathnormal mathbb boldsymbol bm pmb operatorname ensuremath url path " +
    "nolinkurl enquote textquote mathop mathbin mathrel overline underbrace overbrace textgreek foreignlanguage"
  ).split(" "),
);

/** Commands that set what follows in some type, or move it; nothing of them is printed. */
export const SETS_REST: ReadonlySet<string> = new Set(
  (
    "em bf it rm sf sc tt sl bfseries itshape rmfamily sffamily scshape ttfamily slshape normalfont normalsize tiny small footnotesize large " +
    "Large LARGE huge Huge displaystyle textstyle scriptstyle left right big Big bigg Bigg bigl bigr Bigl Bigr limits nolimits " +
    "protect relax noindent xspace selectfont nobreak allowbreak unskip"
  ).split(" "),
);

/** Commands that print a space. */
export const SPACES: ReadonlySet<string> = new Set(
  "quad qquad space par newline linebreak enspace thinspace hfill".split(" "),
);

/** Combining characters of the accents; those in letters need braces or a space around what they stand on. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  pairs(
    "' \\u0301 ` \\u0300 ^ \\u0302 ~ \\u0303 = \\u0304 . \\u0307 c \\u0327 v \\u030c u \\u0306 H \\u030b k \\u0328 r \\u030a d \\u0323 b \\u0331 t \\u0361",
  ).concat([['"', "\u0308"]]),
);

/** Accents of formulas. */
export const MATH_ACCENTS: ReadonlyMap<string, string> = new Map(
  pairs(
    "hat \\u0302 widehat \\u0302 bar \\u0304 tilde \\u0303 widetilde \\u0303 vec \\u20d7 dot \\u0307 ddot \\u0308 acute \\u0301 grave \\u0300 check \\u030c breve \\u0306",
  ),
);

/** Letters of number sets. */
export const DOUBLE_STRUCK: Readonly<Record<string, string>> = {
  C: "\u2102",
  E: "\u{1d53c}",
  H: "\u210d",
  N: "\u2115",
  P: "\u2119",
  Q: "\u211a",
  R: "\u211d",
  Z: "\u2124",
};
