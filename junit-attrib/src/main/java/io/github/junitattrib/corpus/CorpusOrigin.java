package io.github.junitattrib.corpus;

import java.util.List;

/** Where the cases of a corpus come from, before any are chosen. */
sealed interface CorpusOrigin {

    /** What messages call it. */
    String name();

    /**
     * Begins a pass.
     *
     * @throws io.github.junitattrib.InvalidCorpusException if there is no such corpus
     */
    CorpusCursor open();

    /**
     * Cases in memory.
     *
     * @param name what messages call them
     * @param cases the cases
     */
    record Given(String name, List<CorpusCase> cases) implements CorpusOrigin {

        public Given {
            cases = List.copyOf(cases);
        }

        @Override
        public CorpusCursor open() {
            return new GivenCases(cases);
        }
    }

    /**
     * A file, opened anew for each pass.
     *
     * @param file the file and how it is read
     */
    record Read(CorpusFile file) implements CorpusOrigin {

        @Override
        public String name() {
            return file.location();
        }

        @Override
        public CorpusCursor open() {
            return file.open();
        }
    }
}
