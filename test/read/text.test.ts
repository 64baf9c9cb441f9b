import { describe, expect, it } from "@jest/globals";
import { latexToText } from "../../ingest/read/text/latex.js";
import { readable } from "../../ingest/read/text/readable.js";

describe("text that has no markup", () => {
  it.each([
    "a < b and c > d, p<0.05",
    "C#, C++ and F# at $5, or $5-$10, or (US$200) to $300",
    "the sets {none, system} and {0, 1}",
    "100% of x_1, ~5 of them, at /~home and AT&T",
    "<think><answer> in <x, r, s>, the <b> tag",
    "don\\'t, it\\'s, a \\\"quoted\\\" word, C:\\temp\\pix",
    "\\ourMethod-trained $\\ci$ and $cov(s)=\\c$",
    "$\\begin{pmatrix}1\\end{pmatrix}$",
    "\\",
    "$$$$",
    "{{{",
  ])("stays as it is: %j", (text) => {
    expect(readable(text)).toBe(text);
  });
});

describe("traces of LaTeX", () => {
  it.each([
    ["Erd\\H{o}s, Bal\\'azs, G\\\"{o}del and \\L{}od\\'z", "Erd\u0151s, Bal\u00e1zs, G\u00f6del and \u0141od\u017a"],
    ["$\\beta$-VAE", "\u03b2-VAE"],
    ["A$^2$Search, Eu$_2$O$_3$", "A\u00b2Search, Eu\u2082O\u2083"],
    ["$O(n \\log^{2} n)$", "O(n log\u00b2 n)"],
    ["$\\mathcal{O}(\\frac{1}{mn} + x_{ij}^{k+1})$", "O(1/mn + x_ij^(k+1))"],
    ["$\\mathbb{R}^d \\rightarrow \\mathbb{R}$", "\u211d^d \u2192 \u211d"],
    ["$512\\times 512$, $\\pm$0.1, $10^{-3}$", "512\u00d7512, \u00b10.1, 10\u207b\u00b3"],
    ["$\\hat{y}$ and $\\sqrt{n}$", "\u0177 and \u221an"],
    ["\\textbf{E}motion, {\\em so} and {T}est of {SPOK}", "Emotion, so and Test of SPOK"],
    ["(CLIP)~\\citep{a,b}", "(CLIP) [a, b]"],
    ["``word'' 1{,}024", '"word" 1,024'],
    ["P\\textsuperscript{2}-DPO, 50\\%", "P\u00b2-DPO, 50%"],
  ])("%j read %j", (text, read) => {
    expect(readable(text)).toBe(read);
  });
});

describe("HTML, JATS and MathML", () => {
  it.each([
    ["CO<sub>2</sub>, 10<sup>-3</sup>, 1<sup>st</sup>", "CO\u2082, 10\u207b\u00b3, 1st"],
    ["R&amp;D &eacute; &#233; &#xe9; &#150; &lol;", "R&D \u00e9 \u00e9 \u00e9 \u2013 &lol;"],
    ["&lt;i&gt;Bella&lt;/i&gt; &amp;amp; more", "Bella & more"],
    ['<span class="nocase"><i>Bella</i></span>', "Bella"],
    [
      "<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:msup><mml:mi>b</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:mfrac></mml:math>",
      "a/b\u00b2",
    ],
    ["<tex xmlns:mml='m'>$512\\times 512$</tex>", "512\u00d7512"],
    ["<!-- no --><b>x</b>", "x"],
  ])("%j read %j", (text, read) => {
    expect(readable(text)).toBe(read);
  });

  it("have their blocks apart and their headings with a colon", () => {
    const text =
      "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title><jats:p>To do.</jats:p></jats:sec>";
    expect(readable(text).replace(/\s+/g, " ").trim()).toBe("Aim: To do.");
  });
});

describe("a document of LaTeX", () => {
  it.each([
    ['{\\"O}zge Aks{\\i}n, B{\\"u}y{\\"u}k', "\u00d6zge Aks\u0131n, B\u00fcy\u00fck"],
    ["{{Optical Tracking}} with {BERT}", "Optical Tracking with BERT"],
    ["51--64 --- x~y\\,z", "51\u201364 \u2014 x y z"],
    ["\\unknown{x} y", "\\unknown{x} y"],
    ["100~$\\mu${J}, 200\\,{\\mbox{$\\mu$}}{J}", "100 \u03bcJ, 200 \u03bcJ"],
  ])("%j reads %j", (text, read) => {
    expect(latexToText(text, "document")).toBe(read);
  });
});

it("takes no more time than its length, whatever is nested or never closed", () => {
  const pieces = ["{", "\\", "$", "{\\a", "``", "$x^{", "\\emph{", "<", "<b>", "<!--", "&", "</b>", "<a href='"];
  for (const piece of pieces) expect(readable(piece.repeat(20_000)).length).toBeGreaterThan(0);
});
