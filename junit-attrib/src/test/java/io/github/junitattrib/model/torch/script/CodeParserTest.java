package io.github.junitattrib.model.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeParserTest {

    private static final String NET = """
            class Net(Module):
              __parameters__ = ["weight", ]
              __buffers__ = []
              weight : Tensor
              training : bool
              p : Final[float] = 0.10000000000000001
              __annotations__["0"] = __torch__.a.___torch_mangle_1.Layer
              def forward(s: __torch__.a.Net,
                input_ids: Tensor,
                scale: Optional[Tensor]=None) -> Dict[str, Tensor]:
                weight = s.weight
                _0 = getattr(s, "0")
                a, b, = (_0).forward(torch.embedding(weight, input_ids, 0), -1, [1, 2], )
                if torch.__is__(scale, None):
                  c = a
                else:
                  c = torch.mul(a, unchecked_cast(Tensor, scale))
                return {"logits": c}
            def helper(x: Tensor, n: int=-1) -> Tensor:
              return torch.add(x, n, alpha=1)
            """;

    @Test
    void findsClassesWithAttributesAndMethods() throws MalformedCode {
        ScriptClass net = net();

        assertThat(net.attributes())
                .containsEntry("weight", "Tensor")
                .containsEntry("0", "__torch__.a.___torch_mangle_1.Layer")
                .containsEntry("p", "Final[float]")
                .hasSize(4);
        ScriptFunction forward = forward();
        assertThat(forward.parameters())
                .extracting(ScriptFunction.Parameter::name)
                .containsExactly("s", "input_ids", "scale");
        assertThat(forward.parameters())
                .extracting(ScriptFunction.Parameter::optional)
                .containsExactly(false, false, true);
        assertThat(forward.returns()).isEqualTo("Dict[str,Tensor]");
    }

    @Test
    void findsFunctionsAndTheirPlaces() throws MalformedCode {
        ScriptFunction helper = function(NET, "helper");

        assertThat(NET.substring(helper.start(), helper.end()))
                .startsWith("def helper(")
                .endsWith("alpha=1)\n");
        assertThat(NET.substring(helper.nameStart())).startsWith("helper(");
        assertThat(NET.substring(helper.parametersStart())).startsWith("x: Tensor");
    }

    @Test
    void knowsWhatMayNotRun() throws MalformedCode {
        List<Statement> body = forward().body();

        assertThat(body.stream().filter(Statement::conditional))
                .extracting(Statement::targets)
                .containsExactly(List.of("c"), List.of("c"));
        assertThat(body.get(2).targets()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x[1:2]",
                "x[:, 0]",
                "x[:]",
                "[x, y, ]",
                "(x,)",
                "()",
                "{}",
                "{\"a\": x, \"b\": -y}",
                "a if b else c",
                "not a",
                "- - a",
                "a and b or c",
                "1.e-05",
                "9.9999999999999998e-13",
                ".5",
                "\"a\\\"b\"",
                "'c'",
                "f(x, y=1, )[\"a\"].b(z).c",
                "annotate(List[Optional[Tensor]], [a, b])",
                "a ** -b // 2",
                "a << 1 | b & c",
                "ops.prim.NumToTensor(torch.size(x, 1))",
                "(self).forward(x, )",
                "a.b.c is None",
                "~a",
                "a @ b",
                "inf"
            })
    void readsExpressions(String expression) throws MalformedCode {
        String code = "def f(x: Tensor):\n  return " + expression + "\n";

        Expression value = function(code, "f").body().get(0).value();

        assertThat(code.substring(value.start(), value.end())).isEqualTo(expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return (x        | 3 | a bracket is never closed",
                "return x)        | 2 | closed that was not opened",
                "return 'x        | 2 | a string is never closed",
                "return \"x       | 2 | a string is never closed",
                "return x y       | 2 | \"y\" where a line should end",
                "return x +       | 2 | a line ends where an expression should be",
                "return , x       | 2 | \",\" where an expression should be",
                "return x §       | 2 | a character \\u00A7",
                "for 1 in x:      | 2 | where a name should be",
                "x.1 = 2          | 2 | where a line should end",
                "if x             | 2 | a line ends where \":\" should be",
            })
    void refusesOtherCodeByItsLine(String line, int number, String message) {
        String code = "def f(x: Tensor):\n  " + line + "\n";

        assertThatThrownBy(() -> parse(code))
                .isInstanceOfSatisfying(
                        MalformedCode.class, e -> assertThat(e.line(code)).isEqualTo(number))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 100_000})
    void refusesWhatTheNativeParserWouldNeedADeepStackFor(int depth) {
        for (String expression : List.of(
                "(".repeat(depth + 1) + "x" + ")".repeat(depth + 1),
                "[".repeat(depth) + "x" + "]".repeat(depth),
                "f(".repeat(depth) + "x" + ")".repeat(depth),
                "- ".repeat(depth) + "x",
                "x" + " + x".repeat(depth),
                "x" + ".y".repeat(depth),
                "x" + "()".repeat(depth))) {
            assertThatThrownBy(() -> parse("def f(x: Tensor):\n  return " + expression + "\n"))
                    .isInstanceOf(MalformedCode.class)
                    .hasMessageContaining("nested more than");
        }
    }

    @Test
    void refusesBlocksThatAreNestedDeep() {
        StringBuilder code = new StringBuilder("def f(x: Tensor):\n");
        for (int i = 1; i < 300; i++) {
            code.append(" ".repeat(i)).append("if x:\n");
        }
        assertThatThrownBy(() ->
                        parse(code.append(" ".repeat(300)).append("pass\n").toString()))
                .isInstanceOf(MalformedCode.class)
                .hasMessageContaining("blocks are nested more than 100 deep");
    }

    private static ScriptClass net() throws MalformedCode {
        return Objects.requireNonNull(parse(NET).classes().get("__torch__.a.Net"));
    }

    private static ScriptFunction forward() throws MalformedCode {
        return Objects.requireNonNull(net().methods().get("forward"));
    }

    private static ScriptFunction function(String code, String name) throws MalformedCode {
        return Objects.requireNonNull(parse(code).functions().get("__torch__.a." + name));
    }

    private static CodeParser.Definitions parse(String code) throws MalformedCode {
        return CodeParser.parse("code/__torch__/a.py", "__torch__.a", code);
    }
}
