"""cvc5 from its Python package, speaking SMT-LIB over standard input and output like the program of the same name.

The package is what a machine can get from PyPI; the program is packaged nowhere in the version that the proofs ask for.
"""

import sys

import cvc5


def commands(lines):
    """Whole commands: lines until the parentheses close, comments and quoted names left alone."""
    text, depth, quote = "", 0, ""
    for line in lines:
        for sign in line:
            if quote:
                quote = "" if sign == quote else quote
            elif sign in "\"|":
                quote = sign
            elif sign == ";":
                break
            else:
                depth += (sign == "(") - (sign == ")")
            text += sign
        text += "\n"
        if depth == 0 and not quote:
            if text.strip():
                yield text
            text = ""


class Session:
    """A solver and the names it knows."""

    def __init__(self):
        terms = cvc5.TermManager()
        self.solver = cvc5.Solver(terms)
        self.solver.setOption("tlimit", "60000")
        self.names = cvc5.SymbolManager(terms)

    def run(self, text):
        parser = cvc5.InputParser(self.solver, self.names)
        parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "stdin")
        while not (command := parser.nextCommand()).isNull():
            sys.stdout.write(str(command.invoke(self.solver, self.names)))
        sys.stdout.flush()


session = Session()
for one in commands(sys.stdin):
    try:
        if one.split() == ["(reset)"]:
            session = Session()
        else:
            session.run(one)
    except Exception as error:  # whatever goes wrong is an answer, which the prover takes for a failure
        told = str(error).replace('"', "'").replace("\n", " ")
        print(f'(error "{told}")', flush=True)
