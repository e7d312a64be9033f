"""The engine: clean texts in; quotations, who said them, and how outlets' versions differ out.

Pure Python without Django and without input or output. One file a step, named after its
product, each importing only from the steps before it:

    text -> tokens -> quotations -> attribution -> alignment -> differences -> statements
"""
