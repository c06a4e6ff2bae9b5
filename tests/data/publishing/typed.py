"""Text as people type it that some format could take for its own signs."""

LINES = [
    "<b>bold</b> <script>alert('x')</script> &amp; &lt;",
    "# no heading, C# #",
    "*a* _b_ `c` ~~d~~ **e** [x](http://y.example/a_b) ![i](z) [^1] :smile:",
    "{{ user }} {% if %} ${x} $x$ \\(y\\) \\begin{z} \\alpha",
    "=SUM(A1) @ref <label> #let x = 1 // c /* d */",
    '-5 -? -- --- — – it’s ‘q’ "q" .... ... 2026-05 a--b -->',
    "1. one",
    "2) two",
    "- three",
    "===",
    "---",
    "| a | b |",
    "    code",
    "^ ~ | \\ / % ; : , . ? !",
    "Привет, Ελληνικά, 汉字 かな 한국어",
    "\U0001f600 \u2764 \u2713 \u2192 \u20ac",
    "x" * 300,
]
TYPED = "\n".join(LINES)
