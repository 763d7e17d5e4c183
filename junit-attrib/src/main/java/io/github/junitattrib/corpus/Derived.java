package io.github.junitattrib.corpus;

/** A cursor over what another one gives, which it closes with itself. */
abstract class Derived extends LookAhead {

    final CorpusCursor all;

    Derived(CorpusCursor all) {
        this.all = all;
    }

    @Override
    public double fraction() {
        return all.fraction();
    }

    @Override
    final void release() {
        all.close();
    }
}
