package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.OptionalLong;

/** A BERT checkpoint as a classifier that can be explained; safe for several threads at once. */
final class BertClassifier implements DifferentiableClassifier {

    private final ModelFacts facts;
    private final BertConfig config;
    private final List<String> labels;
    private final TextTokenizer tokenizer;
    private final SpecialTokens specialTokens;
    private final NDManager manager;
    private final BertEncoder encoder;
    private final Lifetime lifetime;

    BertClassifier(
            String name,
            Device device,
            BertConfig config,
            List<String> labels,
            TextTokenizer tokenizer,
            SpecialTokens specialTokens,
            NDManager manager,
            BertEncoder encoder) {
        this.facts = new ModelFacts(name, TorchEngine.name(device), "float32");
        this.config = config;
        this.labels = labels;
        this.tokenizer = tokenizer;
        this.specialTokens = specialTokens;
        this.manager = manager;
        this.encoder = encoder;
        this.lifetime = new Lifetime(name);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public ModelFacts facts() {
        return facts;
    }

    @Override
    public TokenizedText tokenize(String text) {
        TokenizedText tokenized = lifetime.use(() -> tokenizer.tokenize(text));
        for (Token token : tokenized.tokens()) {
            if (token.id() < 0 || token.id() >= encoder.vocabulary()) {
                throw new ModelLoadException("The tokenizer of model " + facts.name() + " gives \"" + token.text()
                        + "\" the id " + token.id() + ", but the model has " + encoder.vocabulary()
                        + " word embeddings. Give the tokenizer.json that was saved with the weights.");
            }
        }
        return tokenized;
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        float[] logits = lifetime.use(() -> TorchRuntime.withoutGradients(
                manager,
                scope -> encoder.classify(
                                encoder.embed(scope.create(text.ids())).expandDims(0))
                        .toFloatArray()));
        return Prediction.ofLogits(labels, Rows.toDoubles(logits));
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline baseline) {
        double[] input = rows(text.ids());
        int width = config.hidden();
        double[] replacement = baseline == Baseline.ZERO ? new double[width] : rows(new long[] {id(baseline)});
        double[] start = input.clone();
        for (int t = 0; t < text.size(); t++) {
            if (!text.tokens().get(t).special()) {
                System.arraycopy(replacement, 0, start, t * width, width);
            }
        }
        return new ExplainedInput(text, input, start);
    }

    private double[] rows(long[] ids) {
        return Rows.toDoubles(lifetime.use(() -> TorchRuntime.withoutGradients(
                manager, scope -> encoder.embed(scope.create(ids)).toFloatArray())));
    }

    private long id(Baseline baseline) {
        OptionalLong id = switch (baseline) {
            case MASK -> specialTokens.id("mask_token");
            case UNK -> specialTokens.id("unk_token");
            default -> OptionalLong.of(config.padTokenId());
        };
        long known = id.orElseThrow(() -> new ModelLoadException("The tokenizer of model " + facts.name() + " has no "
                + baseline + " token to start from. Choose another baseline, such as Baseline.PAD."));
        if (known < 0 || known >= encoder.vocabulary()) {
            throw new ModelLoadException("The " + baseline + " token of model " + facts.name() + " has the id " + known
                    + ", but the model has " + encoder.vocabulary()
                    + " word embeddings. Give the tokenizer.json that was saved with the weights.");
        }
        return known;
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return new EmbeddingFunction(encoder, manager, lifetime, text.size(), config.hidden());
    }

    @Override
    public void close() {
        lifetime.close(() -> {
            tokenizer.close();
            manager.close();
        });
    }

    /** Arrays that live as long as the model: a run must not add to them. */
    int heldArrays() {
        return manager.getManagedArrays().size();
    }
}
